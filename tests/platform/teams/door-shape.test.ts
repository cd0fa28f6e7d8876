import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { message, openBench, pressed } from './door-bench.js';
import type { Bench } from './door-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.turns.length = 0;
});

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('what is not an activity', () => {
  it.each([
    ['broken JSON', '{"type":', 'BrokenJson'],
    ['nothing', '', 'BrokenJson'],
    ['an array', '[]', 'NotAnObject'],
    ['a number', '1', 'NotAnObject'],
    ['null', 'null', 'NotAnObject'],
    ['an empty object', '{}', 'BrokenActivity'],
    ['deep nesting', `{"a":${nested(200)}}`, 'TooDeep'],
    ['absurd nesting', `{"a":${nested(100_000)}}`, 'TooDeep'],
  ])('is refused: %s', async (_what, text, code) => {
    expect(await bench.sendText(text)).toMatchObject({ status: 400, body: { code } });
    expect(bench.turns).toEqual([]);
  });

  it('is refused with 413 when it is too large, whether it says its length or not', async () => {
    const text = JSON.stringify(message({ text: 'x'.repeat(300_000) }));
    expect(await bench.sendText(text)).toMatchObject({ status: 413, body: { code: 'TooLarge' } });
    const stream = new Blob([text]).stream();
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': 'application/json' } };
    expect((await fetch(`${bench.url}/api/messages`, init as RequestInit)).status).toBe(413);
  });

  it('is refused when it is packed or not JSON: a small packed body can be a huge one', async () => {
    const packed = gzipSync(JSON.stringify(message()));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await fetch(`${bench.url}/api/messages`, { method: 'POST', body: packed, headers });
    expect(answer.status).toBe(415);
    expect((await bench.sendText('a', { 'content-type': 'text/plain' })).status).toBe(415);
    expect(bench.turns).toEqual([]);
  });

  it.each([
    ['from', { from: undefined }],
    ['from', { from: 'an' }],
    ['from.id', { from: { name: 'An' } }],
    ['from.aadObjectId', { from: { id: '29:an' } }],
    ['recipient', { recipient: null }],
    ['conversation', { conversation: undefined }],
    ['conversation.id', { conversation: {} }],
    ['conversation.id', { conversation: { id: 7 } }],
    ['channelId', { channelId: 'webchat' }],
    ['type', { type: 7 }],
    ['id', { id: undefined }],
    ['text', { text: { a: 1 } }],
    ['channelData', { channelData: 'a' }],
    ['membersAdded', { type: 'conversationUpdate', membersAdded: {} }],
    ['membersAdded.0', { type: 'conversationUpdate', membersAdded: [null] }],
  ])('is refused with the name of the broken field: %s %j', async (field, other) => {
    const { status, body } = await bench.send(message(other));
    expect(status).toBe(400);
    expect(body.code).toBe('BrokenActivity');
    expect(body.message).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}:`));
    expect(bench.turns).toEqual([]);
  });

  it.each(['nul\0teken', 'half\ud83d'])(
    'is refused when a name or id holds what no database takes: %j',
    async (odd) => {
      const { conversation, channelData } = message() as { conversation: object; channelData: object };
      for (const other of [
        { from: { id: '29:an', aadObjectId: 'aad-an', name: odd } },
        { from: { id: odd, aadObjectId: 'aad-an' } },
        { from: { id: '29:an', aadObjectId: odd } },
        { id: odd },
        { replyToId: odd },
        { conversation: { ...conversation, name: odd } },
        { conversation: { ...conversation, id: odd } },
        { channelData: { ...channelData, team: { id: '19:team', name: odd } } },
        { channelData: { ...channelData, channel: { id: odd } } },
        { type: 'conversationUpdate', membersAdded: [{ id: '29:jan', name: odd }] },
      ])
        expect(await bench.send(message(other))).toMatchObject({ status: 400, body: { code: 'BrokenActivity' } });
      expect(bench.turns).toEqual([]);
    },
  );

  it('is mended where somebody typed it, so that nothing typed is lost', async () => {
    expect((await bench.send(message({ text: 'status\0 half\ud83d 🙂' }))).status).toBe(200);
    expect((await bench.send(pressed('a', { deep: [{ x: 'nul\0' }] }))).status).toBe(200);
    expect(bench.turns).toMatchObject([{ text: 'status half 🙂' }, { data: { deep: [{ x: 'nul' }] } }]);
  });

  it('is refused without repeating what was sent', async () => {
    const { body } = await bench.send(message({ channelId: 'geheim', from: { id: 'geheim' } }));
    expect(JSON.stringify(body)).not.toContain('geheim');
    expect(JSON.stringify(bench.logged)).not.toContain('geheim');
  });

  it('is answered and ignored when the bot has nothing to do with it', async () => {
    for (const type of ['typing', 'messageReaction', 'event', 'messageUpdate', 'constructor', '__proto__']) {
      expect((await bench.send(message({ type }))).status).toBe(200);
    }
    expect(bench.turns).toEqual([]);
  });
});

describe('any broken activity', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const keys = [...Object.keys(pressed('a')), 'text', 'entities', 'membersAdded', 'membersRemoved', 'action'];
  const kinds = fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate', 'event');

  it('is never answered with a fault of ours, and never reaches the handler misshapen', async () => {
    const changes = fc.dictionary(fc.constantFrom(...keys), json, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(kinds, fc.boolean(), changes, async (type, press, changed) => {
        bench.turns.length = 0;
        const whole = press ? pressed('a', { x: 1 }) : message();
        const { status } = await bench.send({ ...whole, ...(press ? {} : { type }), ...changed });
        expect(status).toBeLessThan(500);
        bench.turns.forEach(expectWellShaped);
      }),
      { numRuns: 400 },
    );
  });

  it('holds for a broken value inside a pressed button', async () => {
    await fc.assert(
      fc.asyncProperty(json, json, async (verb, data) => {
        bench.turns.length = 0;
        const { status, body } = await bench.send(pressed(verb, data));
        expect(status).toBe(200);
        expect(body.type).toMatch(/^application\/vnd\.microsoft\./);
        bench.turns.forEach(expectWellShaped);
      }),
      { numRuns: 150 },
    );
  });
});

const textOrNull = (value: unknown) => (value === null ? null : expect.stringMatching(/./));

function expectWellShaped(turn: Bench['turns'][number]) {
  expect(turn.conversation).toEqual({
    tenantId: expect.stringMatching(/./),
    conversationId: expect.stringMatching(/./),
    serviceUrl: expect.stringMatching(/^http/),
    scope: expect.stringMatching(/^(personal|channel|group)$/),
    threadId: textOrNull(turn.conversation.threadId),
    teamId: textOrNull(turn.conversation.teamId),
    name: textOrNull(turn.conversation.name),
  });
  expect(turn.sender.teamsId).toMatch(/./);
  expect(typeof turn.sender.name).toBe('string');
  expect(turn.locale).toMatch(/^[A-Za-z]{2,3}/);
  if (turn.kind === 'words' || turn.kind === 'press') expect(turn.sender.aadObjectId).toMatch(/./);
  if (turn.kind === 'words') expect(typeof turn.text).toBe('string');
  if (turn.kind === 'press') {
    expect(turn.verb).toMatch(/^[\w.:/-]+$/);
    expect(Object.getPrototypeOf(turn.data)).toBe(Object.prototype);
  }
  if (turn.kind === 'joined' || turn.kind === 'left') expect(turn.people.length).toBeGreaterThan(0);
}
