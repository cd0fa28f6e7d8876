import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { createDoor } from '../../../src/platform/teams/door.js';
import { otherChannelKid, testBot, unendorsedKid } from '../../support/bot-tokens.js';
import { message, openBench, pressed, serviceUrl, tenantId } from './door-bench.js';
import type { Bench } from './door-bench.js';

const now = () => Math.floor(Date.now() / 1000);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const printError = console.error;
/** The SDK prints the stack and the key of each token that it refuses itself. */
const printed: unknown[] = [];
let bench: Bench;

beforeAll(async () => {
  console.error = (...words) => void printed.push(...words);
  bench = await openBench();
});
afterAll(async () => {
  console.error = printError;
  await bench.close();
});
beforeEach(() => {
  bench.turns.length = 0;
});
afterEach(() => {
  expect(printed.splice(0)).toEqual([]);
});

async function expectRefused(authorization: string | null, activity: unknown = message(), status = 401) {
  const answer = await bench.send(activity, authorization);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ code: expect.any(String), message: expect.any(String) });
  expect(bench.turns).toEqual([]);
}

describe('who may come in', () => {
  it('lets a token of the channel in', async () => {
    expect((await bench.send(message())).status).toBe(200);
    expect(bench.turns).toHaveLength(1);
  });

  it('lets the same token in again, but not with another service url, nor changed', async () => {
    const token = await bench.identity.sign({ serviceurl: serviceUrl, jti: 'again' });
    for (let time = 0; time < 2; time++) expect((await bench.send(message(), `Bearer ${token}`)).status).toBe(200);
    bench.turns.length = 0;
    await expectRefused(`Bearer ${token}`, { ...message(), serviceUrl: 'http://127.0.0.1:1/' });
    await expectRefused(`Bearer ${token}x`);
    await expectRefused(`Bearer ${token.slice(0, -2)}`);
  });

  it('refuses a caller without a token, or with half a header', async () => {
    await expectRefused(null);
    await expectRefused('');
    await expectRefused('Bearer');
    await expectRefused('Bearer abc');
    await expectRefused('Bearer a.b.c');
    await expectRefused(`Basic ${Buffer.from('a:b').toString('base64')}`);
    await expectRefused(`bearer ${await bench.identity.sign({ serviceurl: serviceUrl })}`);
  });

  it('refuses a token signed with another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await expectRefused(`Bearer ${await bench.identity.sign({ serviceurl: serviceUrl }, privateKey)}`);
  });

  it('refuses a token with a key nobody knows', async () => {
    const token = await bench.identity.sign({ serviceurl: serviceUrl }, undefined, { kid: 'other' });
    await expectRefused(`Bearer ${token}`);
  });

  it('refuses a token whose key is not endorsed for Teams, or for nothing at all', async () => {
    for (const kid of [unendorsedKid, otherChannelKid])
      await expectRefused(`Bearer ${await bench.identity.sign({ serviceurl: serviceUrl }, undefined, { kid })}`);
    await expectRefused(
      `Bearer ${await bench.identity.sign({ serviceurl: serviceUrl }, undefined, { kid: undefined })}`,
    );
  });

  it('refuses a token that was changed after signing', async () => {
    const token = await bench.identity.sign({ serviceurl: 'http://127.0.0.1:1/' });
    const [head, , signature] = token.split('.');
    const claims = { iss: bench.identity.issuer, aud: testBot.appId, exp: now() + 60, serviceurl: serviceUrl };
    await expectRefused(`Bearer ${head}.${base64(claims)}.${signature}`);
  });

  it('refuses algorithm none, and HS256 with the public key as the secret', async () => {
    const claims = base64({ iss: bench.identity.issuer, aud: testBot.appId, exp: now() + 60, serviceurl: serviceUrl });
    const head = (alg: string) => base64({ alg, typ: 'JWT', kid: bench.identity.kid });
    await expectRefused(`Bearer ${head('none')}.${claims}.`);
    await expectRefused(`Bearer ${head('none')}.${claims}.AAAA`);
    const secret = (await import('node:crypto')).createHmac('sha256', JSON.stringify(bench.identity.publicJwk));
    const signature = secret.update(`${head('HS256')}.${claims}`).digest('base64url');
    await expectRefused(`Bearer ${head('HS256')}.${claims}.${signature}`);
  });

  it.each([
    ['expired', { exp: now() - 3600 }],
    ['that never expires', { exp: undefined }],
    ['from the future', { nbf: now() + 3600 }],
    ['for another bot', { aud: 'another-bot' }],
    ['for several bots', { aud: [testBot.appId, 'another-bot'] as unknown as string }],
    ['of another issuer', { iss: 'https://api.botframework.com' }],
    ['of the emulator', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0' }],
    ['for another service', { serviceurl: 'http://127.0.0.1:1/' }],
    ['without a service', { serviceurl: undefined }],
  ])('refuses a token %s', async (_what, claims) => {
    await expectRefused(`Bearer ${await bench.identity.sign({ serviceurl: serviceUrl, ...claims })}`);
  });

  it('refuses a good token with an activity that names no service', async () => {
    const without = message({ serviceUrl: undefined });
    const token = `Bearer ${await bench.identity.sign({ serviceurl: serviceUrl })}`;
    await expectRefused(token, without, 400);
    await expectRefused(token, message({ serviceUrl: '' }), 400);
    await expectRefused(token, message({ serviceUrl: null }), 400);
  });

  it('refuses a service that is not Teams, even with a token for it', async () => {
    const elsewhere = 'https://evil.example/';
    const token = `Bearer ${await bench.identity.sign({ serviceurl: elsewhere })}`;
    await expectRefused(token, message({ serviceUrl: elsewhere }), 403);
  });

  it('refuses a tenant that is not on the list', async () => {
    const token = `Bearer ${await bench.identity.sign({ serviceurl: serviceUrl })}`;
    await expectRefused(token, message({ channelData: { tenant: { id: 'another-tenant' } } }), 403);
    await expectRefused(token, message({ channelData: null, conversation: { id: 'a' } }), 400);
  });

  it('looks at both tenants that an activity may name: a shared channel has the one, the sender the other', async () => {
    const [ours, theirs] = [tenantId, 'another-tenant'];
    const of = (sender: string, place: string) =>
      message({
        channelData: { tenant: { id: sender } },
        conversation: { id: '19:gedeeld@thread.tacv2', conversationType: 'channel', tenantId: place },
      });
    const token = `Bearer ${await bench.identity.sign({ serviceurl: serviceUrl })}`;
    await expectRefused(token, of(theirs, ours), 403);
    await expectRefused(token, of(ours, theirs), 403);
    expect((await bench.send(of(ours, ours))).status).toBe(200);
  });

  it('does not tell a stranger what is wrong with his activity', async () => {
    const answer = await bench.send(message({ from: 'nobody' }), null);
    expect(answer.status).toBe(401);
    expect(answer.body.message).not.toMatch(/from/);
  });

  it('knows the tenant in any letter case', async () => {
    const answer = await bench.send(message({ channelData: { tenant: { id: tenantId.toUpperCase() } } }));
    expect(answer.status).toBe(200);
  });
});

describe('a flood of forged tokens', () => {
  it('is refused each time, and does not fill the log', async () => {
    const flooded = await openBench();
    const { privateKey } = await generateKeyPair('RS256');
    const forged = `Bearer ${await flooded.identity.sign({ serviceurl: serviceUrl }, privateKey)}`;
    for (let time = 0; time < 40; time++) expect((await flooded.send(message(), forged)).status).toBe(401);
    expect(flooded.logged).toHaveLength(10);
    expect((await flooded.send(message())).status).toBe(200);
    await flooded.close();
  });
});

describe('when the signing keys cannot be fetched', () => {
  it('answers 503 and runs nothing', async () => {
    const other = await openBench();
    await other.identity.close();
    const answer = await other.send(message());
    expect(answer).toMatchObject({ status: 503, body: { code: 'KeysUnreachable' } });
    expect(other.turns).toEqual([]);
    await other.door.close();
  });
});

describe('a door that would stand open', () => {
  const options = { tenants: [tenantId], port: 0, onTurn: async () => ({ kind: 'nothing' as const }), log: silent };

  it('is not made without an app id or without tenants', () => {
    expect(() => createDoor({ ...options, credentials: { ...testBot, appId: '' } })).toThrow(/app id/);
    expect(() => createDoor({ ...options, credentials: testBot, tenants: [] })).toThrow(/tenants/);
  });

  it('is made for a bot of one tenant and for one of many', () => {
    for (const id of [testBot.tenantId, null])
      expect(createDoor({ ...options, credentials: { ...testBot, tenantId: id } }).connector).toBeDefined();
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'meldpunt.example', ''])('is not made in local mode on %j', (host) => {
    expect(() => createDoor({ ...options, credentials: 'local', host })).toThrow(/127\.0\.0\.1/);
  });
});

describe('the local mode', () => {
  it('needs no token, and takes only services on this machine', async () => {
    const local = await openBench({ credentials: 'local', host: undefined, tenants: [] });
    expect((await local.send(message(), null)).status).toBe(200);
    expect(local.turns).toHaveLength(1);
    for (const elsewhere of ['https://smba.trafficmanager.net/emea/', 'http://192.168.1.10/', 'http://a@127.0.0.1/']) {
      expect((await local.send(pressed('a', {}, { serviceUrl: elsewhere }), null)).status).toBe(403);
    }
    expect(local.turns).toHaveLength(1);
    await local.close();
  });

  it('does not answer to a name of somebody else, as a web page could use', async () => {
    const { request } = await import('node:http');
    const local = await openBench({ credentials: 'local', host: undefined });
    const status = await new Promise((resolve) => {
      const headers = { host: 'evil.example', 'content-type': 'application/json' };
      const call = request(`${local.url}/api/messages`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.end(JSON.stringify(message()));
    });
    expect(status).toBe(403);
    await local.close();
  });
});
