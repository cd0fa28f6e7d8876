import { request, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog } from '../../../src/platform/log.js';
import { createDoor, type Door } from '../../../src/platform/teams/door.js';
import { registerRoutes } from '../../../src/platform/teams/register-routes.js';
import { homePage } from '../../../src/platform/web/home-page.js';
import type { HttpPage } from '../../../src/platform/web/http-page.js';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const linesPage: HttpPage = {
  path: '/hulplijnen',
  local: false,
  answer: async () => ({ status: 200, type: 'text/html; charset=utf-8', body: '<p>lijnen</p>' }),
};

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly accept?: string;
  readonly host?: string;
}

let door: Door;
let port = 0;
beforeAll(async () => {
  door = createDoor({
    credentials: 'local',
    tenants: [],
    port: 0,
    onTurn: async () => ({ kind: 'nothing' }),
    log: createLog('silent'),
    pages: (server) => registerRoutes(server, [homePage, linesPage], () => undefined),
  });
  ({ port } = await door.listen());
});
afterAll(() => door.close());

/** As it stands on the wire: a path that `fetch` would correct, a host name of one's own. */
function ask({ method = 'GET', path, accept = browser, host = `127.0.0.1:${port}` }: Asked) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, path, headers: { accept, host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

const safe = { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' };

const strays: readonly (Asked & { readonly status: number; readonly title: string })[] = [
  { path: '/nergens', status: 404, title: 'Deze pagina bestaat niet' },
  { path: '/nergens/<script>alert(1)</script>?x=1', status: 404, title: 'Deze pagina bestaat niet' },
  { path: '/hulplijnen/a/b/c', status: 404, title: 'Deze pagina bestaat niet' },
  { path: '/%', status: 404, title: 'Deze pagina bestaat niet' },
  { path: '/%E0%A4%A', status: 404, title: 'Deze pagina bestaat niet' },
  { path: '/nergens', host: '127.0.0.1:99999', status: 404, title: 'Deze pagina bestaat niet' },
  { path: '//[', status: 404, title: 'Deze pagina bestaat niet' },
  { method: 'DELETE', path: '/nergens', status: 404, title: 'Deze pagina bestaat niet' },
  { method: 'POST', path: '/', status: 405, title: 'Dat kan hier niet' },
  { method: 'PUT', path: '/hulplijnen', status: 405, title: 'Dat kan hier niet' },
  { method: 'OPTIONS', path: '/hulplijnen', status: 405, title: 'Dat kan hier niet' },
  { path: '/', host: 'kwaad.example', status: 403, title: 'Alleen op deze computer' },
];

describe('a person who comes by', () => {
  it('reads at / what this is, and finds the way to the help lines', async () => {
    const { status, headers, body } = await ask({ path: '/' });
    expect([status, headers]).toMatchObject([200, { ...safe, 'content-type': 'text/html; charset=utf-8' }]);
    expect(body).toMatch(/<html lang="nl">[^]*Dit is de bot van het Meldpunt[^]*href="\/hulplijnen"/);
  });

  it('reads it at // as well', async () => {
    expect(await ask({ path: '//' })).toMatchObject({ status: 200, headers: safe });
  });

  it.each(strays)('gets a kind page in Dutch at $path', async ({ status, title, ...asked }) => {
    const answer = await ask(asked);
    expect([answer.status, answer.headers]).toMatchObject([
      status,
      {
        ...safe,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringMatching(/^default-src 'none'/),
      },
    ]);
    expect(answer.body).toContain(`<h1>${title}</h1>`);
    expect(answer.body).not.toContain('nergens');
    expect(answer.body).not.toContain('alert');
  });

  it('who used a wrong method hears which there are', async () => {
    expect((await ask({ method: 'PUT', path: '/hulplijnen' })).headers.allow).toBe('GET, HEAD');
  });

  it('gets the head alone when only that is asked', async () => {
    expect(await ask({ method: 'HEAD', path: '/nergens' })).toMatchObject({ status: 404, body: '' });
  });
});

describe('a program that comes by', () => {
  it.each<Asked & { readonly status: number; readonly code: string }>([
    { path: '/api/messages', status: 405, code: 'MethodNotAllowed' },
    { method: 'DELETE', path: '/api/messages', status: 405, code: 'MethodNotAllowed' },
    { method: 'POST', path: '/api/anders', status: 404, code: 'NotFound' },
    { path: '/nergens', accept: 'application/json', status: 404, code: 'NotFound' },
    { path: '/api/messages', host: 'kwaad.example', status: 403, code: 'LocalOnly' },
  ])('gets short JSON at $path', async ({ status, code, ...asked }) => {
    const answer = await ask(asked);
    expect([answer.status, answer.headers]).toMatchObject([status, { ...safe, 'content-type': 'application/json' }]);
    expect(JSON.parse(answer.body)).toEqual({ code, message: expect.any(String) });
    expect(answer.body).not.toContain(asked.path);
  });

  it('gets the safe headers from the door of Teams as well', async () => {
    const answer = await ask({ method: 'POST', path: '/api/messages', accept: '*/*' });
    expect([answer.status, answer.headers]).toMatchObject([415, safe]);
  });
});
