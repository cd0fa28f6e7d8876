import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../src/contracts/action.js';
import type { Draft } from '../../../src/domain/draft.js';
import { myReferrals } from '../../../src/features/referral/my-referrals.js';
import { draft } from '../../support/given.js';
import { fill, mayShow } from './act.js';
import {
  alone,
  an,
  atClb,
  atDesk,
  atProvider,
  clb,
  daysAgo,
  desk,
  farm,
  jan,
  otherClb,
  provider,
  sent,
  stranger,
  uuid,
  waiting,
  type World,
} from './world.js';

const view = myReferrals as View;
const own = { organisationIds: [clb.id], personId: an.id, page: 0 };
const ofClb = { ...own, personId: null };
const ofProvider = { organisationIds: [provider.id], page: 0 };
const ofDesk = { organisationIds: [desk.id], page: 0 };

interface Row {
  readonly title: string;
  readonly line: string;
  readonly state: string;
  readonly verb: string;
  readonly view: string | null;
  readonly draftId: string | null;
}
const drawn = async (params: object, world: World) =>
  (await fill(view, params, world)).data as { rows: readonly Row[] } & Readonly<Record<string, unknown>>;
const references = async (params: object, world: World) =>
  (await drawn(params, world)).rows.map(({ title }) => title.split(' · ')[0]);
const begun = (over: Partial<Draft> = {}): Draft =>
  draft({
    id: uuid('d9'),
    personId: an.id,
    clbId: clb.id,
    step: 'choose-region',
    tried: ['check-conditions'],
    typed: { pupilName: 'Noor Voorbeeld' },
    ...over,
  });

describe('my-referrals of a CLB worker', () => {
  const world: World = {
    referrals: [
      waiting(1, 9),
      waiting(2, 8, { state: 'delivered' }),
      waiting(3, 7, { state: 'delivered', contactBy: daysAgo(1) }),
      waiting(4, 6, { state: 'no-match' }),
      waiting(5, 5, { state: 'place-free' }),
      waiting(6, 4, { state: 'withdrawn' }),
      waiting(7, 3, { referrerId: jan.id, state: 'full' }),
    ],
    drafts: [begun()],
  };

  test('choices first, then drafts, then what is late, then the others; not what is over', async () => {
    expect(await references(own, world)).toEqual([
      '2026-0005',
      '2026-0004',
      'Aanmelding in opmaak',
      '2026-0003',
      '2026-0002',
      '2026-0001',
    ]);
    const { counted } = await drawn(own, world);
    expect(counted).toBe('6 open · 4 wachten op u');
  });

  test('in the channel those of every colleague, without the drafts', async () => {
    expect(await references(ofClb, world)).toEqual([
      '2026-0007',
      '2026-0005',
      '2026-0004',
      '2026-0003',
      '2026-0002',
      '2026-0001',
    ]);
  });

  test('of a draft only the step is told, and a press goes on with it', async () => {
    const row = (await drawn(own, world)).rows[2]!;
    expect(row).toMatchObject({ state: 'Stap 3 van 6', verb: 'continue-draft', draftId: uuid('d9'), view: null });
    expect(JSON.stringify(await drawn(own, world))).not.toContain('Noor');
    const reviewed = await drawn(own, { drafts: [begun({ step: 'review-referral' })] });
    expect(reviewed.rows[0]?.state).toBe('Klaar om na te kijken');
  });

  test('a referral that is being changed stands once, as what is begun', async () => {
    const recalled = sent({ state: 'recalled' });
    const list = await drawn(own, { referrals: [recalled], drafts: [begun({ referralId: recalled.id })] });
    expect(list.rows.map(({ title, verb }) => [title, verb])).toEqual([
      ['2026-0042 · wordt gewijzigd', 'continue-draft'],
    ]);
  });

  test('untouched drafts and those for another CLB are left out', async () => {
    const drafts = [begun({ tried: [], typed: {}, step: 'check-conditions' }), begun({ clbId: otherClb.id })];
    expect(await references(own, { drafts })).toEqual([]);
  });

  test('what did not match and was referred on has nothing left to do', async () => {
    const first = waiting(1, 9, { state: 'no-match', trailId: uuid('71') });
    const next = waiting(2, 1, { state: 'delivered', serviceId: farm.id, trailId: uuid('71') });
    expect(await references(own, { referrals: [first, next] })).toEqual(['2026-0002']);
    expect(await references(own, { referrals: [first, { ...next, state: 'withdrawn' }] })).toEqual(['2026-0001']);
  });

  test('both CLBs of who works in two', async () => {
    const other = waiting(8, 1, { clbId: otherClb.id });
    const params = { ...own, organisationIds: [clb.id, otherClb.id] };
    expect(await references(params, { referrals: [waiting(1, 9), other] })).toEqual(['2026-0008', '2026-0001']);
  });
});

describe('my-referrals', () => {
  test('ten at a time', async () => {
    const world = { referrals: Array.from({ length: 23 }, (_none, index) => waiting(index + 1, index)) };
    const pages = await Promise.all([0, 1, 2, 9].map((page) => drawn({ ...own, page }, world)));
    expect(pages.map(({ rows }) => rows.length)).toEqual([10, 10, 3, 3]);
    expect(pages.map(({ earlierPage, nextPage }) => [earlierPage, nextPage])).toEqual([
      [null, '1'],
      ['0', '2'],
      ['1', null],
      ['1', null],
    ]);
    expect(pages[2]?.['counted']).toContain('bladzijde 3 van 3');
    expect((await drawn({ ...own, page: 'x' }, world)).rows).toHaveLength(10);
  });

  test('nothing open is said kindly, with the way to begin where one can', async () => {
    expect(await drawn(own, {})).toMatchObject({ rows: [], counted: null, mayRefer: true });
    const empty = await Promise.all([ofClb, ofProvider, ofDesk].map((params) => drawn(params, {})));
    expect(empty.map(({ mayRefer }) => mayRefer)).toEqual([false, false, false]);
    expect(new Set(empty.map(({ empty: sentence }) => sentence)).size).toBe(3);
  });

  test('a provider sees what was delivered to it and is open, late first', async () => {
    const world = {
      referrals: [
        waiting(1, 9),
        waiting(2, 8, { state: 'delivered', contactBy: daysAgo(-1) }),
        waiting(3, 7, { state: 'delivered', contactBy: daysAgo(1) }),
        waiting(4, 6, { state: 'registered', deliveredAt: null }),
        waiting(5, 5, { state: 'no-match' }),
        waiting(6, 4, { providerId: farm.organisationId }),
      ],
    };
    expect(await references(ofProvider, world)).toEqual(['2026-0003', '2026-0002', '2026-0001']);
    expect((await drawn(ofProvider, world)).rows[0]).toMatchObject({ verb: 'show', view: 'referral-offer' });
  });

  test('the desk sees what it holds, what is late, and what could not be delivered', async () => {
    const world = {
      referrals: [
        waiting(1, 9, { state: 'held', serviceId: null, deliveredAt: null }),
        waiting(2, 8, { state: 'held', region: 'outside' }),
        waiting(3, 7, { state: 'held' }),
        waiting(4, 6, { state: 'delivered', contactBy: daysAgo(1) }),
        waiting(5, 5, { state: 'delivered', contactBy: daysAgo(-1) }),
      ],
      undelivered: 1,
    };
    const list = await drawn(ofDesk, world);
    expect(list.rows.map((row) => (row as unknown as { why: string }).why)).toEqual([
      'overdue',
      'chooses',
      'outside',
      'looks-first',
    ]);
    expect(list['undelivered']).toBe('1 bericht kon niet bezorgd worden.');
  });

  test('only for who belongs to all of it, and one’s own only for oneself', async () => {
    expect(await mayShow(view, own, {}, alone())).toBeNull();
    expect(await mayShow(view, own, {}, alone(jan))).toEqual({ refused: 'not-yours' });
    expect(await mayShow(view, ofClb, {}, atClb(jan))).toBeNull();
    for (const by of [stranger(), atProvider(), atDesk()])
      expect(await mayShow(view, ofClb, {}, by)).toEqual({ refused: 'not-yours' });
    const two = { ...own, organisationIds: [clb.id, otherClb.id] };
    expect(await mayShow(view, two, {}, alone())).toEqual({ refused: 'not-yours' });
  });

  test('an organisation that does not exist has no list', async () => {
    await expect(fill(view, { organisationIds: [uuid('ff')] }, {})).rejects.toThrow('nothing to show');
  });
});
