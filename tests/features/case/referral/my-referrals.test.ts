import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../../src/contracts/action.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { draft } from '../../../support/given.js';
import { fill, mayShow } from './act.js';
import {
  alone,
  an,
  atClb,
  atProvider,
  clb,
  daysAgo,
  desk,
  farm,
  jan,
  otherClb,
  provider,
  stranger,
  uuid,
  waiting,
  type World,
} from './world.js';

const view = myReferrals as View;
const own = { organisationIds: [clb.id], personId: an.id, page: 0 };
interface Row {
  readonly title: string;
  readonly state: string;
  readonly view: string | null;
  readonly why: string | null;
  readonly verb: string;
}
const rowsOf = async (params: object, world: World): Promise<Row[]> =>
  (await fill(view, params, world)).data['rows'] as Row[];
const references = async (params: object, world: World): Promise<string[]> =>
  (await rowsOf(params, world)).map(({ title }) => title.split(' ')[0]!);

describe('my-referrals', () => {
  test('puts first what waits for me: choices, drafts, what is late, then the rest', async () => {
    const world: World = {
      referrals: [
        waiting(1, 1, { state: 'contacted' }),
        waiting(2, 2, { state: 'delivered', contactBy: daysAgo(1) }),
        waiting(3, 3, { state: 'place-free' }),
        waiting(4, 9, { state: 'delivered', contactBy: daysAgo(2) }),
        waiting(5, 5, { state: 'no-match' }),
        waiting(6, 6, { state: 'withdrawn' }),
      ],
      drafts: [draft({ personId: an.id, clbId: clb.id, tried: ['check-conditions'] })],
    };
    expect(await references(own, world)).toEqual([
      '2026-0003',
      '2026-0005',
      'Aanmelding',
      '2026-0004',
      '2026-0002',
      '2026-0001',
    ]);
    expect((await fill(view, own, world)).data['counted']).toBe('6 open · 5 wachten op u');
  });

  test('asks no choice any more when the pupil was referred on; what did not match is settled then', async () => {
    const trailId = uuid<TrailId>('700');
    const full = waiting(1, 9, { state: 'full', trailId });
    const refused = waiting(2, 8, { state: 'no-match', trailId });
    const next = waiting(3, 1, { state: 'delivered', trailId, serviceId: farm.id });
    expect(await references(own, { referrals: [full, refused, next] })).toEqual(['2026-0003', '2026-0001']);
  });

  test('tells of a draft its step and date, nothing typed; an untouched one is not listed', async () => {
    const world: World = {
      referrals: [waiting(8, 2, { state: 'recalled' })],
      drafts: [
        draft({ personId: an.id, clbId: clb.id, tried: ['x'], step: 'choose-region', typed: { pupilName: 'Noor' } }),
        draft({ personId: an.id, clbId: clb.id, tried: ['x'], step: 'review-referral', referralId: uuid('8') }),
        draft({ personId: an.id, clbId: clb.id }),
        draft({ personId: an.id, clbId: otherClb.id, tried: ['x'] }),
      ],
    };
    const rows = await rowsOf(own, world);
    expect(rows.map(({ title, state, verb }) => [title, state, verb])).toEqual([
      ['Aanmelding in opmaak', 'Stap 3 van 6', 'continue-draft'],
      ['2026-0008 · wordt gewijzigd', 'Nog aan te vullen', 'continue-draft'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Noor');
  });

  test('in a channel lists what the whole organisation referred, without drafts', async () => {
    const world: World = {
      referrals: [waiting(1, 1, { referrerId: jan.id }), waiting(2, 2), waiting(3, 3, { clbId: otherClb.id })],
      drafts: [draft({ personId: an.id, clbId: clb.id, tried: ['x'] })],
    };
    expect(await references({ organisationIds: [clb.id], page: 0 }, world)).toEqual(['2026-0001', '2026-0002']);
    expect(await references(own, world)).toEqual(['2026-0002', 'Aanmelding'].reverse());
  });

  test('lists for a provider what is addressed and delivered to it, overdue first', async () => {
    const referrals = [
      waiting(1, 1, { state: 'contacted' }),
      waiting(2, 2, { state: 'delivered', contactBy: daysAgo(1) }),
      waiting(3, 3, { state: 'registered', deliveredAt: null }),
      waiting(4, 4),
      waiting(5, 5, { state: 'no-match' }),
    ];
    const rows = await rowsOf({ organisationIds: [provider.id], page: 0 }, { referrals });
    expect(rows.map(({ title, state }) => [title.split(' ')[0], state])).toEqual([
      ['2026-0002', '▲ Contact blijft uit'],
      ['2026-0001', '◐ Gecontacteerd'],
      ['2026-0004', '◔ Op wachtlijst'],
    ]);
    expect(rows[0]!.view).toBe('referral-offer');
  });

  test('lists for the desk what it holds, what is overdue, and how many messages did not arrive', async () => {
    const referrals = [
      waiting(1, 1, { state: 'held', serviceId: null }),
      waiting(2, 2, { state: 'held', region: 'outside' }),
      waiting(3, 3, { state: 'held' }),
      waiting(4, 1, { state: 'delivered', contactBy: daysAgo(1) }),
      waiting(5, 1, { state: 'delivered' }),
    ];
    const params = { organisationIds: [desk.id], page: 0 };
    expect((await rowsOf(params, { referrals })).map(({ view: opens, why }) => [opens, why])).toEqual([
      ['desk-referral', 'overdue'],
      ['desk-referral', 'looks-first'],
      ['desk-referral', 'outside'],
      ['desk-referral', 'chooses'],
    ]);
    expect((await fill(view, params, { undelivered: 1 })).data['undelivered']).toBe(
      '1 bericht kon niet bezorgd worden.',
    );
  });

  test('shows ten at a time; a page that is not there any more is the last one', async () => {
    const referrals = Array.from({ length: 13 }, (_none, index) => waiting(index + 1, index));
    const first = (await fill(view, own, { referrals })).data;
    expect([(first['rows'] as unknown[]).length, first['earlierPage'], first['nextPage']]).toEqual([10, null, '1']);
    const last = (await fill(view, { ...own, page: '7' }, { referrals })).data;
    expect([(last['rows'] as unknown[]).length, last['earlierPage'], last['nextPage']]).toEqual([3, '0', null]);
    expect((await fill(view, { ...own, page: 'x' }, { referrals })).data['earlierPage']).toBeNull();
  });

  test('when nothing is open says so kindly and offers to refer', async () => {
    const { data, summary } = await fill(view, own, {});
    expect(data).toMatchObject({
      rows: [],
      counted: null,
      empty: expect.stringContaining('geen open aanmeldingen'),
      mayRefer: true,
    });
    expect(summary).toBe('Werklijst: niets open');
    for (const organisationIds of [[provider.id], [desk.id]])
      expect((await fill(view, { organisationIds, page: 0 }, {})).data).toMatchObject({
        empty: expect.any(String),
        mayRefer: false,
      });
  });

  test('is only for that person, or for the organisation', async () => {
    expect(await mayShow(view, own, {}, alone())).toBeNull();
    expect(await mayShow(view, own, {}, atClb(jan))).toEqual({ refused: 'not-yours' });
    const whole = { organisationIds: [clb.id], page: 0 };
    expect(await mayShow(view, whole, {}, atClb(jan))).toBeNull();
    for (const by of [stranger(), atProvider()])
      expect(await mayShow(view, whole, {}, by)).toEqual({ refused: 'not-yours' });
  });
});
