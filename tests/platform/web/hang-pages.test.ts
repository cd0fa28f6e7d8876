import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createDoor, type Door } from '../../../src/platform/teams/door.js';
import { registerRoutes } from '../../../src/platform/teams/register-routes.js';
import type { HttpPage, HttpRequest } from '../../../src/platform/web/http-page.js';

describe('web pages', () => {
  let door: Door;
  let address = '';
  const asked: HttpRequest[] = [];
  const answer = async (request: HttpRequest) => {
    asked.push(request);
    return { status: 200, type: 'text/html; charset=utf-8', body: '<p>één</p>' };
  };
  const pages: readonly HttpPage[] = [
    { path: '/hulplijnen/:region', local: false, answer },
    { method: 'POST', path: '/hulplijnen/:region', local: false, largestBody: 2 * 1024 * 1024, answer },
    {
      path: '/bytes',
      local: true,
      answer: async () => ({
        status: 201,
        type: 'application/octet-stream',
        body: Uint8Array.of(0, 255, 10),
        headers: { 'cache-control': 'max-age=60', 'x-frame-options': 'SAMEORIGIN' },
      }),
    },
  ];
  beforeAll(async () => {
    door = createDoor({
      credentials: 'local',
      tenants: [],
      port: 0,
      onTurn: async () => ({ kind: 'nothing' }),
      log: pino({ level: 'silent' }),
      pages: (server) => registerRoutes(server, pages, () => undefined),
    });
    address = `http://127.0.0.1:${(await door.listen()).port}`;
  });
  afterAll(() => door.close());

  it('get the parts of the path, the question and the headers', async () => {
    const response = await fetch(`${address}/hulplijnen/asse%20halle?fase=1&fase=2&leeg`, {
      headers: { 'X-Remark': 'hi' },
    });
    expect(await response.text()).toBe('<p>één</p>');
    const request = asked.at(-1);
    expect(request?.params).toEqual({ region: 'asse halle' });
    expect(request?.query.getAll('fase')).toEqual(['1', '2']);
    expect(request?.headers['x-remark']).toBe('hi');
    expect(request?.body).toHaveLength(0);
  });

  it('get the body of a POST as it was sent', async () => {
    const sent = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => index % 256);
    const response = await fetch(`${address}/hulplijnen/vbo`, { method: 'POST', body: sent });
    expect(response.status).toBe(200);
    expect(Buffer.from(asked.at(-1)?.body ?? []).equals(Buffer.from(sent))).toBe(true);
  });

  it('a body above what the page allows is refused before the page sees it', async () => {
    const before = asked.length;
    const body = new Uint8Array(2 * 1024 * 1024 + 1);
    const response = await fetch(`${address}/hulplijnen/vbo`, { method: 'POST', body });
    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('hoogstens 2 MB')]);
    expect(asked).toHaveLength(before);
  });

  it('answer with safe headers: no script, no frame, no sniffing, no trace of where one came from', async () => {
    const { headers } = await fetch(`${address}/hulplijnen/vbo`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
    });
  });

  it('may answer bytes, and headers of their own', async () => {
    const response = await fetch(`${address}/bytes`);
    expect([response.status, new Uint8Array(await response.arrayBuffer())]).toEqual([201, Uint8Array.of(0, 255, 10)]);
    expect(response.headers.get('cache-control')).toBe('max-age=60');
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(response.headers.get('content-security-policy')).toBeNull();
  });

  it.each(['x-forwarded-for', 'forwarded', 'via'])(
    'for this machine are not there for who comes through a proxy (%s)',
    async (name) => {
      expect((await fetch(`${address}/bytes`, { headers: { [name]: '203.0.113.7' } })).status).toBe(404);
    },
  );

  it('a method that nobody hung in is refused', async () => {
    expect((await fetch(`${address}/bytes`, { method: 'POST' })).status).toBe(405);
  });
});
