import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { message, openBench, tenantId, type Bench } from './door-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.turns.length = 0;
});

const query = (value: unknown, over: object = {}) =>
  message({ type: 'invoke', name: 'composeExtension/query', text: undefined, value, ...over });
const words = (value: unknown) => ({ commandId: 'find-line', parameters: [{ name: 'words', value }] });

describe('a query of the message extension', () => {
  it('tells what is looked for', async () => {
    bench.answer = () => ({ kind: 'found', results: [], nothing: 'Niets.' });
    await bench.send(query(words('huiswerk')));
    expect(bench.turns).toMatchObject([{ kind: 'query', search: 'find-line', text: 'huiswerk' }]);
  });

  it('is about nothing when the list is only opened, or holds something else than words', async () => {
    for (const value of [
      { commandId: 'find-line', parameters: [{ name: 'initialRun', value: 'true' }] },
      { commandId: 'find-line' },
      words(42),
    ])
      await bench.send(query(value));
    expect(bench.turns.map((turn) => turn.kind === 'query' && turn.text)).toEqual(['', '', '']);
  });

  it('never counts as the person’s own chat with the bot', async () => {
    const chat = { id: 'a:tussen-twee', conversationType: 'personal', tenantId };
    const activity = query(words('huiswerk'));
    await bench.send({
      ...activity,
      conversation: { ...(activity as { conversation: object }).conversation, ...chat },
    });
    expect(bench.turns.map((turn) => turn.conversation.scope)).toEqual(['group']);
  });

  it('is answered with lines to choose from, and their cards', async () => {
    const card = { type: 'AdaptiveCard' };
    bench.answer = () => ({ kind: 'found', results: [{ title: 'TEJO', line: 'Vilvoorde', card }], nothing: '' });
    const { status, body } = await bench.send(query(words('tejo')));
    expect(status).toBe(200);
    expect(body).toEqual({
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: card,
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: 'TEJO', text: 'Vilvoorde' },
            },
          },
        ],
      },
    });
  });

  it('says so when nothing is found', async () => {
    bench.answer = () => ({ kind: 'found', results: [], nothing: 'Niets gevonden.' });
    expect((await bench.send(query(words('x')))).body).toEqual({
      composeExtension: { type: 'message', text: 'Niets gevonden.' },
    });
  });

  it('that cannot be read is answered kindly and starts nothing', async () => {
    for (const value of [null, {}, { commandId: 7 }, { commandId: 'a b' }]) {
      const { status, body } = await bench.send(query(value));
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('UnreadableAction');
    }
    expect(bench.turns).toEqual([]);
  });
});
