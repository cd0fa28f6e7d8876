import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connector, Outgoing } from '../../../src/contracts/connector.js';
import { createConnector } from '../../../src/platform/teams/connector.js';
import type { ConnectorTuning } from '../../../src/platform/teams/connector.js';
import { retryAfterMs } from '../../../src/platform/teams/delivery-error.js';
import { circuitTuning } from '../../../src/platform/teams/service-circuit.js';
import { trustLoopback } from '../../../src/platform/teams/service-trust.js';
import { StrictAuthentication, noAuthentication } from '../../../src/platform/teams/strict-auth.js';
import { outgoingToken, startIdentity, testBot } from '../../support/bot-tokens.js';
import type { Identity } from '../../support/bot-tokens.js';
import { failure, json, startService, text } from './connector-bench.js';
import type { Service } from './connector-bench.js';

const noon = new Date('2026-03-02T12:00:00Z');
const slept: number[] = [];
const clock = { now: () => noon, sleep: async (ms: number) => void slept.push(ms) };
/** One failure says nothing of the next test. */
const always = { most: 1_000, mostSlow: 1_000, failuresInRow: 1_000, closedForMs: 1 };
const roomy = { perConversation: [], perTenant: [] };
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Hallo' }] };
const message: Outgoing = { card, summary: 'Aanmelding 2026-0042', mention: null };

let service: Service;
let identity: Identity;
let connector: Connector;

function connect(tuning: ConnectorTuning = {}): Connector {
  const authentication = new StrictAuthentication(testBot, identity.doorOverrides);
  const parts = { authentication, appId: testBot.appId, trustService: trustLoopback };
  return createConnector({ ...parts, clock, limits: roomy, circuit: always, timeoutMs: 2_000, ...tuning });
}

beforeAll(async () => {
  [service, identity] = await Promise.all([startService(), startIdentity()]);
  connector = connect();
});
afterAll(async () => {
  await Promise.all([service.close(), identity.close()]);
});
beforeEach(() => {
  service.seen.length = 0;
  slept.length = 0;
  service.answer = (_seen, response) => json(response, { id: 'activity-1' }, 201);
});

describe('a message', () => {
  it('becomes a new post with the card and the toast', async () => {
    expect(await connector.post(service.address(), message)).toEqual({ activityId: 'activity-1' });
    expect(service.seen).toHaveLength(1);
    expect(service.seen[0]).toMatchObject({
      method: 'POST',
      path: '/v3/conversations/19:a@thread.tacv2/activities',
      headers: { authorization: `Bearer ${outgoingToken}` },
    });
    expect(service.seen[0]!.body).toEqual({
      type: 'message',
      summary: 'Aanmelding 2026-0042',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      channelData: { tenant: { id: 't' } },
    });
  });

  it('becomes a reply when it names a thread, also when the address named another', async () => {
    const conversationId = '19:a@thread.tacv2;messageid=1';
    await connector.post(service.address({ conversationId, threadId: '17' }), message);
    await connector.post(service.address({ conversationId }), message);
    expect(service.seen.map(({ path }) => path)).toEqual([
      '/v3/conversations/19:a@thread.tacv2;messageid=17/activities',
      '/v3/conversations/19:a@thread.tacv2/activities',
    ]);
  });

  it('notifies the person it mentions, on the card itself: with a text beside the card Teams gives no id', async () => {
    const wide = { ...card, msteams: { width: 'full', entities: [{ type: 'mention', text: '<at>Jan</at>' }] } };
    await connector.post(service.address(), { ...message, card: wide, mention: { teamsId: '29:an', name: 'An <b>&' } });
    const text = '<at>An  b</at>';
    const entity = { type: 'mention', text, mentioned: { id: '29:an', name: 'An <b>&' } };
    const [attachment] = service.seen[0]!.body['attachments'] as { content: unknown }[];
    expect(service.seen[0]!.body).not.toHaveProperty('text');
    expect(attachment!.content).toEqual({
      ...card,
      body: [{ type: 'TextBlock', text, wrap: true }, ...card.body],
      msteams: { width: 'full', entities: [{ type: 'mention', text: '<at>Jan</at>' }, entity] },
    });
  });

  it('is replaced in its place', async () => {
    await connector.edit(service.address({ threadId: '17' }), '18', message);
    expect(service.seen[0]).toMatchObject({
      method: 'PUT',
      path: '/v3/conversations/19:a@thread.tacv2;messageid=17/activities/18',
      body: { id: '18', attachments: [{ content: card }] },
    });
  });

  it('goes without a token in local mode', async () => {
    const local = createConnector({ authentication: noAuthentication(), appId: '', trustService: trustLoopback });
    await local.post(service.address(), message);
    expect(service.seen[0]!.headers.authorization).toBeUndefined();
  });
});

describe('a delivery that fails', () => {
  it.each([401, 403, 404, 429, 500, 502, 503, 504])('with %i is told as it is, and asked only once', async (status) => {
    const unknown = status === 502 || status === 504;
    service.answer = (_seen, response) => json(response, { error: { code: 'x', message: 'x' } }, status);
    const expected = { ending: 'answered', status, unknown, retryAfterMs: null };
    expect(await failure(connector.post(service.address(), message))).toMatchObject(expected);
    expect(await failure(connector.edit(service.address(), '1', message))).toMatchObject(expected);
    expect(service.seen).toHaveLength(2);
  });

  it("keeps Teams' own word for it", async () => {
    service.answer = (_seen, response) => json(response, { error: { code: 'ServiceError', message: 'Unknown' } }, 403);
    const expected = { ending: 'answered', status: 403, code: 'ServiceError' };
    expect(await failure(connector.edit(service.address(), '1', message))).toMatchObject(expected);
  });

  it('waits as long as Teams asks', async () => {
    service.answer = (_seen, response) => json(response, {}, 429, { 'retry-after': '7' });
    expect(await failure(connector.post(service.address(), message))).toMatchObject({ retryAfterMs: 7_000 });
    expect(service.seen).toHaveLength(1);
    expect(retryAfterMs('Mon, 02 Mar 2026 12:00:30 GMT', noon)).toBe(30_000);
    expect(retryAfterMs('Mon, 02 Mar 2026 11:00:00 GMT', noon)).toBe(0);
    expect(retryAfterMs('1.5', noon)).toBe(1_500);
    expect(retryAfterMs('soon', noon)).toBeNull();
    expect(retryAfterMs(undefined, noon)).toBeNull();
  });

  it('may have arrived when no answer comes in time', async () => {
    service.answer = () => {};
    const hasty = connect({ timeoutMs: 50 });
    const expected = { ending: 'nothing', status: null, unknown: true };
    expect(await failure(hasty.post(service.address(), message))).toMatchObject(expected);
  });

  it('may have arrived when the connection breaks, or when the answer cannot be read', async () => {
    service.answer = (_seen, response) => response.destroy();
    expect(await failure(connector.post(service.address(), message))).toMatchObject({
      ending: 'nothing',
      unknown: true,
    });
    service.answer = (_seen, response) => text(response, '{"id', 201);
    expect(await failure(connector.post(service.address(), message))).toMatchObject({
      ending: 'unreadable',
      unknown: true,
    });
    service.answer = (_seen, response) => json(response, {}, 202);
    expect(await failure(connector.post(service.address(), message))).toMatchObject({
      ending: 'unreadable',
      unknown: true,
    });
  });

  it('has surely not arrived when nobody listens', async () => {
    const gone = await startService();
    await gone.close();
    expect(await failure(connector.post(gone.address(), message))).toMatchObject({ ending: 'nothing', unknown: false });
  });

  it('has surely not arrived when there was no token', async () => {
    const withoutToken = (getToken: () => Promise<string>) => {
      const { credentialsFactory, ...rest } = identity.doorOverrides;
      const broken = Object.create(credentialsFactory) as typeof credentialsFactory;
      const credentials = { getToken, signRequest: async (request: unknown) => request };
      broken.createCredentials = async () => credentials as never;
      const authentication = new StrictAuthentication(testBot, { ...rest, credentialsFactory: broken });
      const parts = { authentication, appId: testBot.appId, trustService: trustLoopback };
      return createConnector({ ...parts, clock, timeoutMs: 50 }).post(service.address(), message);
    };
    const expected = { ending: 'nothing', status: null, unknown: false };
    expect(await failure(withoutToken(() => Promise.reject(new Error('AADSTS'))))).toMatchObject(expected);
    expect(await failure(withoutToken(() => new Promise(() => {})))).toMatchObject(expected);
    expect(service.seen).toEqual([]);
  });

  it('does not follow a redirect, which would carry the token elsewhere', async () => {
    service.answer = (_seen, response) => json(response, {}, 307, { location: `${service.url}elsewhere` });
    expect(await failure(connector.post(service.address(), message))).toMatchObject({
      ending: 'answered',
      status: 307,
    });
    expect(service.seen).toHaveLength(1);
  });

  it('never leaves for a service that is not trusted', async () => {
    const call = connector.post(service.address({ serviceUrl: 'https://evil.example/' }), message);
    expect(await failure(call)).toMatchObject({ ending: 'not-trusted', status: null, unknown: false });
  });
});

describe('the members of a conversation', () => {
  const person = (n: number) => ({ id: `29:${n}`, name: `p${n}`, aadObjectId: `a${n}` });
  const unknown = { email: null, chatName: null, givenName: null, tenantId: null, isGuest: false };
  const sender = (n: number) => ({ teamsId: `29:${n}`, name: `p${n}`, aadObjectId: `a${n}`, ...unknown });
  const members = () => connector.members(service.address({ conversationId: '19:a@thread.tacv2;messageid=1' }));

  it('are read page by page, without bots', async () => {
    service.answer = ({ query }, response) =>
      query.get('continuationToken')
        ? json(response, { members: [person(3), { id: '28:bot' }] })
        : json(response, {
            continuationToken: 'a+b/c=',
            members: [person(1), { ...person(2), aadObjectId: undefined, objectId: 'a2' }],
          });
    expect(await members()).toEqual([sender(1), sender(2), sender(3)]);
    expect(service.seen[0]!.path).toBe('/v3/conversations/19:a@thread.tacv2/pagedmembers');
    expect(service.seen[1]!.query.get('continuationToken')).toBe('a+b/c=');
  });

  it('are read at once where pages are not known', async () => {
    service.answer = ({ path }, response) =>
      path.endsWith('/pagedmembers') ? json(response, {}, 404) : json(response, [person(1)]);
    expect(await members()).toEqual([sender(1)]);
  });

  it('come with how they are reached, as far as Teams tells', async () => {
    const told = { email: 'an@clb.example', userPrincipalName: 'an.p@clb.example', givenName: 'An' };
    service.answer = (_seen, response) => json(response, { members: [{ ...person(1), ...told }, { ...person(2), email: null, givenName: '' }] }); // prettier-ignore
    expect(await members()).toEqual([
      { ...sender(1), email: 'an@clb.example', chatName: 'an.p@clb.example', givenName: 'An' },
      sender(2),
    ]);
  });

  it('are gone with the conversation, and wait when Teams is busy', async () => {
    service.answer = (_seen, response) => json(response, {}, 404);
    expect(await failure(members())).toMatchObject({ ending: 'answered', status: 404 });
    service.answer = (_seen, response) => json(response, {}, 429, { 'retry-after': '2' });
    expect(await failure(members())).toMatchObject({ ending: 'answered', status: 429, retryAfterMs: 2_000 });
  });

  it('end, even when the pages do not', async () => {
    service.answer = (_seen, response) => json(response, { continuationToken: 'x', members: [] });
    expect(await failure(members())).toMatchObject({ ending: 'unreadable' });
  });
});

describe("Teams' own limits", () => {
  const limits = { perConversation: [{ points: 2, seconds: 3600 }], perTenant: [{ points: 3, seconds: 3600 }] };
  const busy = { ending: 'not-sent', status: null, unknown: false };

  it('send a message back to the queue when the wait is long', async () => {
    const limited = connect({ limits });
    await limited.post(service.address(), message);
    await limited.edit(service.address({ threadId: '1' }), '1', message);
    const refused = await failure(limited.post(service.address(), message));
    expect(refused).toMatchObject(busy);
    expect(refused.retryAfterMs).toBeGreaterThan(3_000_000);
    await limited.post(service.address({ conversationId: 'another' }), message);
    expect(await failure(limited.post(service.address({ conversationId: 'third' }), message))).toMatchObject(busy);
    expect(await failure(limited.members(service.address()))).toMatchObject(busy);
    expect(service.seen).toHaveLength(3);
    expect(slept).toEqual([]);
  });

  it('count all threads of a channel together, however the address names them', async () => {
    const limited = connect({ limits });
    const inThread = (thread: string) => service.address({ conversationId: `19:a@thread.tacv2;messageid=${thread}` });
    await limited.post(inThread('1'), message);
    await limited.edit(inThread('2'), '2', message);
    expect(await failure(limited.post(inThread('3'), message))).toMatchObject(busy);
    expect(service.seen).toHaveLength(2);
  });

  it('are waited for when the wait is short', async () => {
    const limited = connect({ limits: { perConversation: [{ points: 1, seconds: 1 }], perTenant: [] } });
    await limited.post(service.address(), message);
    await limited.post(service.address(), message);
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThanOrEqual(1_000);
    expect(slept[0]).toBeLessThanOrEqual(1_250);
    expect(await failure(limited.post(service.address(), message))).toMatchObject(busy);
    expect(service.seen).toHaveLength(2);
  });
});

describe('an address of Teams that is away', () => {
  it('is not asked again and again: after three failures messages wait in the queue without being sent', async () => {
    const patient = connect({ circuit: circuitTuning });
    service.answer = (_seen, response) => text(response, 'away', 503);
    for (let time = 0; time < 3; time++)
      expect(await failure(patient.post(service.address(), message))).toMatchObject({
        ending: 'answered',
        status: 503,
      });
    service.seen.length = 0;
    expect(await failure(patient.post(service.address(), message))).toMatchObject({
      ending: 'not-sent',
      status: null,
      unknown: false,
    });
    expect(service.seen).toHaveLength(0);
  });
});
