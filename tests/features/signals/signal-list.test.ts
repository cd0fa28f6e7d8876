import { describe, expect, test } from '@jest/globals';
import type { SignalId } from '../../../src/domain/ids.js';
import { listMySignals } from '../../../src/features/signals/list-my-signals.js';
import { listSignals } from '../../../src/features/signals/list-signals.js';
import { signalCard } from '../../../src/features/signals/signal-card.js';
import { signalList } from '../../../src/features/signals/signal-list.js';
import { signalPost } from '../../../src/features/signals/signal-post.js';
import { signalReceipt } from '../../../src/features/signals/signal-receipt.js';
import { signalUpdate } from '../../../src/features/signals/signal-update.js';
import { actor } from '../../support/given.js';
import { an, atClb, atDesk, atProvider, fill, inGroup, mayShow, press, sent, uuid } from './world.js';

const list = (withParams: object) => ({ reply: { show: 'signal-list', with: withParams } });
const nobody = actor({ organisations: [] });

describe('the word ‘signalen’', () => {
  test('lists all for the working group, with what to look for', async () => {
    expect(await press(listSignals, { data: { said: ' onder 12 ' } })).toEqual(list({ words: 'onder 12' }));
    expect(await press(listSignals, { by: atDesk(), data: { filter: 'new', words: 'aanbod' } })).toEqual(
      list({ filter: 'new', words: 'aanbod' }),
    );
  });

  test('lists one’s own for everybody else', async () => {
    expect(await press(listSignals, { by: atClb() })).toEqual(list({ personId: an.id }));
    expect(await press(listMySignals, { by: atClb() })).toEqual(list({ personId: an.id }));
  });

  test('keeps no personal data to look for: the list is a stored message', async () => {
    expect(await press(listSignals, { data: { said: 'Sofie Vermeulen' } })).toEqual(list({}));
  });

  test('is for members only', async () => {
    expect(await press(listSignals, { by: nobody })).toEqual({ refused: 'not-a-member' });
    expect(await press(listMySignals, { by: nobody })).toEqual({ refused: 'not-a-member' });
  });
});

describe('the list', () => {
  const many = Array.from({ length: 18 }, (_none, index) =>
    sent({ id: uuid<SignalId>(`6${index}`), reference: `S-2026-0${10 + index}` }),
  );

  test('goes by eight at a time', async () => {
    const { data, summary } = await fill(signalList, { page: 9 }, { signals: many });
    expect(data).toMatchObject({ counted: '18 signalen · bladzijde 3 van 3', previousPage: '1', nextPage: null });
    expect(data['rows']).toHaveLength(2);
    expect(summary).toBe('18 signalen');
  });

  test('shows what still lives, unless something else is chosen', async () => {
    const signals = [sent({ state: 'closed', closedBecause: 'known' })];
    const { data } = await fill(signalList, {}, { signals });
    expect(data).toMatchObject({ none: 'Er zijn geen signalen om te tonen.', rows: [] });
    expect((await fill(signalList, { filter: 'done' }, { signals })).data['rows']).toHaveLength(1);
    expect((await fill(signalList, { filter: 'strange' }, { signals })).data['filter']).toBe('open');
  });

  test('says what was looked for', async () => {
    const { data } = await fill(signalList, { words: 'aanbod' }, { signals: [sent()] });
    expect(data['counted']).toBe('1 signaal · gezocht naar “aanbod”');
  });

  test('of all is for the working group, of one’s own for oneself', async () => {
    expect(await mayShow(signalList, {}, {}, inGroup())).toBeNull();
    expect(await mayShow(signalList, {}, {}, atClb())).toEqual({ refused: 'only-workgroup' });
    expect(await mayShow(signalList, { personId: an.id }, {}, atClb())).toBeNull();
    expect(await mayShow(signalList, { personId: an.id }, {}, atProvider())).toEqual({ refused: 'only-workgroup' });
  });
});

describe('one signal', () => {
  const world = { signals: [sent()] };
  const params = { signalId: sent().id };

  test.each([signalCard, signalReceipt])('is seen by the working group and who sent it', async (view) => {
    expect(await mayShow(view, params, world, inGroup())).toBeNull();
    expect(await mayShow(view, params, world, atClb())).toBeNull();
    expect(await mayShow(view, params, world, atProvider())).toEqual({ refused: 'only-workgroup' });
    expect(await mayShow(signalPost, params, world, atClb())).toEqual({ refused: 'only-workgroup' });
  });

  test('can be acted upon by the working group only', async () => {
    const { data } = await fill(signalCard, params, world, { by: atClb() });
    expect(data).toMatchObject({ mayPutOnAgenda: false, maySupport: false, mayClose: false, mine: an.id });
    const { data: forGroup } = await fill(signalCard, params, world, { by: inGroup() });
    expect(forGroup).toMatchObject({ mayPutOnAgenda: true, maySupport: true, mayMerge: true, mine: null });
  });

  test.each([
    ['on-agenda', {}, /volgende vergadering/],
    ['off-agenda', {}, /van de agenda gehaald/],
    ['discussed', {}, /besproken/],
    ['delivered', { deliveredTo: 'Kabinet *Onderwijs*' }, /bezorgd aan Kabinet \\\*Onderwijs\\\*\.$/],
    ['answered', { deliveredTo: 'Kabinet', answer: 'Ja.' }, /“Ja\.”$/],
    ['closed', { closedBecause: 'known' as const }, /al bekend/],
    ['reopened', {}, /opnieuw geopend/],
  ])('the sender hears: %s', async (what, over, sentence) => {
    const { data, summary } = await fill(signalUpdate, { ...params, what }, { signals: [sent(over)] });
    expect(data).toMatchObject({ reference: 'Signaal S-2026-001', sentence: expect.stringMatching(sentence) });
    expect(summary).toMatch(/^Signaal S-2026-001: /);
  });

  test('the sender hears into which it was merged', async () => {
    const target = sent({ id: uuid<SignalId>('52'), reference: 'S-2026-009' });
    const signals = [sent({ state: 'merged', mergedInto: target.id }), target];
    const { data } = await fill(signalUpdate, { ...params, what: 'merged' }, { signals });
    expect(data).toMatchObject({ sentence: expect.stringContaining('S-2026-009'), joined: null });
  });
});
