import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDoor } from '../../../src/platform/teams/door.js';
import type { Turn } from '../../../src/contracts/turn.js';
import { an, bot, message, openBench, pressed, serviceUrl, tenantId } from './door-bench.js';
import type { Bench } from './door-bench.js';
import { withoutIds } from '../../support/without-ids.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.turns.length = 0;
  bench.logged.length = 0;
  bench.answer = () => ({ kind: 'nothing' });
});

async function turnOf(activity: unknown): Promise<Turn | undefined> {
  bench.turns.length = 0;
  expect((await bench.send(activity)).status).toBe(200);
  expect(bench.turns.length).toBeLessThan(2);
  return bench.turns[0];
}

const wordsOf = async (text: string, entities: unknown[] = []) => {
  const turn = await turnOf(message({ text, entities }));
  return turn?.kind === 'words' ? turn.text : turn;
};

describe('words', () => {
  it('tell where, who and what', async () => {
    expect(await turnOf(message())).toEqual({
      kind: 'words',
      activityId: '1700000000001',
      conversation: {
        tenantId,
        conversationId: '19:kanaal@thread.tacv2',
        serviceUrl,
        scope: 'channel',
        threadId: '1700000000000',
        teamId: '19:team@thread.tacv2',
        name: 'CLB Leuven',
      },
      sender: { aadObjectId: 'aad-an', teamsId: '29:an', name: 'An Peeters', tenantId },
      locale: 'nl-BE',
      text: 'hallo',
      writtenAt: null,
    });
    const timestamp = '2026-11-16T09:00:00.123Z';
    expect(await turnOf(message({ timestamp }))).toMatchObject({ writtenAt: Date.parse(timestamp) });
    expect(await turnOf(message({ timestamp: 'zonet' }))).toMatchObject({ writtenAt: null });
  });

  it('come without the mention of the bot, whatever it is called, and with others by name', async () => {
    const me = { type: 'mention', text: '<at>Meld(punt.*</at>', mentioned: bot };
    const jan = { type: 'mention', text: '<at>Jan</at>', mentioned: { id: '29:jan', name: 'Jan $& Co' } };
    expect(await wordsOf('<at>Meld(punt.*</at>&nbsp; koppelen\n', [me])).toBe('koppelen');
    expect(await wordsOf('<at>Meld(punt.*</at> vraag <at>Jan</at>', [me, jan])).toBe('vraag Jan $& Co');
    expect(await wordsOf('<at>Meld(punt.*</at>', [me])).toBe('');
    expect(await wordsOf('hallo Meldpunt', [])).toBe('hallo Meldpunt');
  });

  it('come with HTML entities read and white space folded', async () => {
    expect(await wordsOf(' a&nbsp;&amp;\u00a0b\t&lt;c&gt; &#233;&#xE9; &onzin; &#0;&#xD800;\u0000 ')).toBe(
      'a & b <c> éé &onzin; &#0;&#xD800;',
    );
    expect(await wordsOf('&amp;nbsp;')).toBe('&nbsp;');
  });

  it('may be empty, for a picture or a bare mention', async () => {
    expect(await turnOf(message({ text: undefined }))).toMatchObject({ kind: 'words', text: '' });
  });

  it('come from a personal chat, a group or a channel; a new kind of place is not private', async () => {
    const scope = async (conversation: object, channelData: object = {}) =>
      (await turnOf(message({ conversation: { id: 'a', tenantId, ...conversation }, channelData })))?.conversation
        .scope;
    expect(await scope({ conversationType: 'personal' })).toBe('personal');
    expect(await scope({})).toBe('personal');
    expect(await scope({ conversationType: 'groupChat' })).toBe('group');
    expect(await scope({ conversationType: 'meetup' })).toBe('group');
    expect(await scope({ isGroup: true })).toBe('group');
    const betweenTwo = { id: '19:8a1b_9c2d@unq.gbl.spaces', conversationType: 'personal' };
    expect(await scope(betweenTwo)).toBe('group');
    expect(await scope({}, { team: { id: 't' } })).toBe('channel');
  });
});

describe('a pressed button', () => {
  it('tells its verb, its data and the message it stands in', async () => {
    expect(await turnOf(pressed('put-on-waitlist', { referral: 'r1', note: 'ja', msteams: {} }))).toMatchObject({
      kind: 'press',
      verb: 'put-on-waitlist',
      data: { referral: 'r1', note: 'ja' },
      messageId: '1700000000000',
      automatic: false,
      how: 'execute',
    });
    expect(await turnOf(pressed('a', { x: 'nul\u0000 half\ud83d' }))).toMatchObject({ data: { x: 'nul half' } });
    expect(await turnOf(pressed('a', 'no object', { replyToId: null }))).toMatchObject({ data: {}, messageId: null });
  });

  it('is told apart from a card that refreshes itself', async () => {
    const value = { action: { verb: 'a', data: {} }, trigger: 'automatic' };
    expect(await turnOf(pressed('a', {}, { value }))).toMatchObject({ automatic: true });
  });

  it('may come from an older client as a message', async () => {
    const submit = (value: unknown) => turnOf(message({ text: undefined, value, replyToId: '17' }));
    const expected = { kind: 'press', verb: 'a', data: { x: '1' }, how: 'submit', messageId: '17', automatic: false };
    expect(await submit({ verb: 'a', x: '1' })).toMatchObject(expected);
    expect(await submit({ action: { verb: 'a', data: { x: '1' } } })).toMatchObject(expected);
    expect(await submit({ action: { verb: 'a' }, x: '1' })).toMatchObject(expected);
    expect(await submit({ x: '1' })).toMatchObject({ kind: 'words', text: '' });
    expect(await turnOf(message({ text: 'hallo', value: { verb: 'a' } }))).toMatchObject({ kind: 'words' });
  });

  it('cannot change objects with the names of its data', async () => {
    const activity = JSON.stringify(pressed('a', { marker: 1 })).replace('"marker":1', '"__proto__":{"evil":1},"b":2');
    expect((await bench.sendText(activity)).status).toBe(200);
    expect(bench.turns[0]).toMatchObject({ data: { b: 2 } });
    expect(Object.keys((bench.turns[0] as { data: object }).data)).toEqual(['b']);
    expect(({} as { evil?: number }).evil).toBeUndefined();
  });
});

describe('the answer to a pressed button', () => {
  it('is the card', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [], refresh: { userIds: ['29:an'] } };
    bench.answer = () => ({ kind: 'card', card });
    const answer = await bench.send(pressed('a'));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
  });

  it("is each person's own, also at the same time, and never goes to the shared message", async () => {
    // The service url of these activities is a port where nobody listens: any call of the connector would fail loudly.
    bench.answer = async (turn) => ({ kind: 'card', card: { refresh: {}, for: turn.sender.name } });
    const people = Array.from({ length: 20 }, (_, n) => ({ id: `29:${n}`, name: `p${n}`, aadObjectId: `a${n}` }));
    const answers = await Promise.all(people.map((from) => bench.send(pressed('a', {}, { from }))));
    expect(answers.map(({ body }) => body.value?.for)).toEqual(people.map(({ name }) => name));
    expect(bench.logged).toEqual([]);
  });

  it('is a refusal, or a sign that all is well', async () => {
    bench.answer = () => ({ kind: 'error', code: 'TooLate', message: 'Te laat.' });
    expect((await bench.send(pressed('a'))).body).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'TooLate', message: 'Te laat.' },
    });
    bench.answer = () => ({ kind: 'nothing' });
    expect((await bench.send(pressed('a'))).body).toMatchObject({ statusCode: 200 });
  });

  it('says so when the button cannot be read or the invoke is unknown, never an empty 501', async () => {
    expect(await bench.send(pressed(undefined))).toMatchObject({ status: 200, body: { statusCode: 400 } });
    const other = await bench.send(pressed('a', {}, { name: 'composeExtension/submitAction' }));
    expect(other).toMatchObject({ status: 400, body: { statusCode: 400, value: { code: 'UnknownInvoke' } } });
    expect(bench.turns).toEqual([]);
  });
});

describe('a turn that throws', () => {
  it('is answered with a number that the log holds too, without anything personal', async () => {
    bench.answer = () => {
      throw new Error('duplicate key: Jan Peeters 12.03.2010');
    };
    const { status, body } = await bench.send(pressed('put-on-waitlist', { name: 'Jan Peeters' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    const number = /[2-9B-Z]{6}/.exec(String(body.value?.message))?.[0];
    expect(JSON.stringify(bench.logged)).toContain(`"number":"${number}"`);
    const at = expect.arrayContaining([expect.stringContaining('door.test.ts')]);
    expect(bench.logged).toEqual([expect.objectContaining({ verb: 'put-on-waitlist', error: { name: 'Error', at } })]);
    expect(withoutIds(JSON.stringify([bench.logged, body]))).not.toMatch(/Jan|2010|An Peeters/);
  });

  it('is not handed back to Teams when it was a typed message', async () => {
    bench.answer = () => Promise.reject(new Error('broken'));
    expect((await bench.send(message())).status).toBe(200);
    expect(bench.logged).toHaveLength(1);
  });

  it('may be answered with a card of our own, and with the plain sentence when that fails as well', async () => {
    const card = { type: 'AdaptiveCard' };
    const seen: string[] = [];
    const other = await openBench({
      onTurn: () => Promise.reject(new Error('broken')),
      onFailure: ({ number, turn }) => {
        seen.push(number);
        if (turn.kind === 'press' && turn.verb === 'worse') throw new Error('broken too');
        return { kind: 'card', card };
      },
    });
    expect((await other.send(pressed('a'))).body).toMatchObject({ statusCode: 200, value: card });
    expect((await other.send(pressed('worse'))).body).toMatchObject({ statusCode: 500 });
    expect(seen).toHaveLength(2);
    await other.close();
  });
});

describe('too much at once', () => {
  it('is refused with 429 for that person only', async () => {
    const other = await openBench({ turnsPerMinute: 3 });
    for (let n = 0; n < 3; n += 1) expect((await other.send(message())).status).toBe(200);
    const refused = await other.send(message());
    expect(refused).toMatchObject({ status: 429, body: { code: 'TooMany' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.send(message({ from: { ...an, aadObjectId: 'aad-jan' } }))).status).toBe(200);
    expect(other.turns).toHaveLength(4);
    await other.close();
  });
});

describe('pages of others', () => {
  it('hang beside the door, and their faults do not show', async () => {
    const other = await openBench({
      pages: (server) => {
        server.get('/gezond', async (_request, response) => void response.send(200, { ok: true }));
        server.get('/kapot', async () => {
          throw new Error('secret');
        });
      },
    });
    expect(await (await fetch(`${other.url}/gezond`)).json()).toEqual({ ok: true });
    const broken = await fetch(`${other.url}/kapot`);
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret');
    expect((await fetch(`${other.url}/nergens`)).status).toBe(404);
    expect((await fetch(`${other.url}/api/messages`)).status).toBe(405);
    await other.close();
  });

  it('cannot be opened on a port that is taken', async () => {
    const options = { credentials: 'local' as const, tenants: [], log: { info() {}, warn() {}, error() {} } };
    const port = Number(new URL(bench.url).port);
    const door = createDoor({ ...options, port, onTurn: async () => ({ kind: 'nothing' }) });
    await expect(door.listen()).rejects.toThrow(`Something listens on port ${port} already`);
  });
});
