import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../../support/database.js';
import { autumn, east, figureWorld, naft, sentAt, west, type FigureWorld, type Happening } from './figures-world.js';

const delivered = (at: number, contactBy: string): Happening => [at, 'delivered', { by: 'clock', contactBy }];
const noMatch = (at: number | string, reason = 'age'): Happening => [at, 'no-match', { reason, note: null }];
const undone = (at: number | string, answer: string): Happening => [
  at,
  'answer-undone',
  { group: 'g', answer, state: 'delivered' },
];

describe.each(engines)('what became of referrals in a period, on %s', (engine) => {
  let world: FigureWorld;
  beforeAll(async () => {
    world = await figureWorld(engine);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  test('answers by kind, reason, region and age group', async () => {
    await world.refer({ ageBand: '18-plus' }, [1, 'contacted'], [2, 'placed', { roundTableBy: 'clb' }]);
    await world.refer({ region: 'AHV', ageBand: 'under-12' }, noMatch(1));
    await world.refer({ region: 'AHV', ageBand: 'under-12' }, noMatch(1, 'other'));
    await world.refer({}, [1, 'waitlist-proposed'], [2, 'kept']);
    await world.refer({}, [1, 'waitlisted'], [2, 'place-freed'], [3, 'place-confirmed']);
    await world.refer({ ageBand: null, target: 'school' }, [1, 'full', { until: '2027-08-31', by: 'clock' }]);
    expect(await world.lines('answers')).toEqual({
      'contacted none VBO 16-plus': 1,
      'full none VBO no-age': 1,
      'no-match age AHV under-12': 1,
      'no-match other AHV under-12': 1,
      'placed none VBO 14-15': 1,
      'placed none VBO 16-plus': 1,
      'waitlisted none VBO 14-15': 2,
    });
  });

  test('an answer that was taken back never counts, the next one of the same kind does', async () => {
    const lastMinute = '2026-12-31T22:55:00Z';
    const nextPeriod = '2026-12-31T23:05:00Z';
    await world.refer({}, noMatch(lastMinute), undone(nextPeriod, 'no-match'));
    await world.refer({}, noMatch(1, 'age'), undone(1.001, 'no-match'), noMatch(1.002, 'other'));
    await world.refer({}, [1, 'contacted'], noMatch(2), undone(2.001, 'no-match'));
    await world.refer({}, [1, 'contacted'], undone(1.001, 'contacted'), [3, 'contacted'], undone(3.001, 'contacted'));
    expect(await world.lines('answers')).toEqual({
      'contacted none VBO 14-15': 1,
      'no-match other VBO 14-15': 1,
    });
    const winter = { from: autumn.until, until: new Date('2027-03-31T22:00:00Z') };
    expect(await world.lines('answers', winter)).toEqual({});
  });

  test('at the same instant, an answer and its taking back still belong together', async () => {
    await world.refer({}, [1, 'full'], undone(1, 'full'), [1, 'full']);
    expect(await world.lines('answers')).toEqual({ 'full none VBO 14-15': 1 });
  });

  test('withdrawn by reason, in the period', async () => {
    await world.refer({}, [1, 'withdrawn', { reason: 'solved' }]);
    await world.refer({}, [1, 'withdrawn', { reason: 'solved', by: 'desk' }]);
    await world.refer({}, [1, 'withdrawn', { reason: 'moved' }]);
    await world.refer({}, ['2027-01-01T08:00:00Z', 'withdrawn', { reason: 'moved' }]);
    expect(await world.lines('withdrawn')).toEqual({ moved: 1, solved: 2 });
  });

  test('referred on by the first of both, and pupils for whom it was the third time', async () => {
    const first = await world.refer({ ageBand: '12-13' }, [1, 'referred-on', { to: '2' }]);
    const { trailId } = first;
    const from: Happening = [1, 'referred-on', { from: '1' }];
    await world.refer({ trailId, region: 'AHV', ageBand: '12-13' }, from, [2, 'referred-on', { to: '3' }]);
    await world.refer({ trailId, region: 'AHV' }, from, [3, 'referred-on', { to: '4' }]);
    await world.refer({ trailId }, from, ['2027-01-10T08:00:00Z', 'referred-on', { to: '5' }]);
    await world.refer({}, [1, 'referred-on', { to: '6' }]);
    expect(await world.lines('referred-on')).toEqual({
      'AHV 12-13': 1,
      'AHV 14-15': 1,
      'VBO 12-13': 1,
      'VBO 14-15': 1,
    });
    expect(await world.lines('referred-on-often')).toEqual({ 'AHV 14-15': 1 });
  });

  test('contact within the term: any answer that stood before its end, without what was withdrawn', async () => {
    const term = '2026-11-18T09:00:00Z';
    await world.refer({}, delivered(0, term), [2, 'contacted']);
    await world.refer({}, delivered(0, term), noMatch(1));
    await world.refer({}, delivered(0, term), [1, 'contacted'], undone(1.001, 'contacted'), [3, 'contacted']);
    await world.refer({ region: 'AHV' }, delivered(0, term));
    await world.refer({}, delivered(0, term), [1, 'withdrawn', { reason: 'solved' }]);
    await world.refer({}, delivered(0, term), noMatch(0.5), [1, 'withdrawn', { reason: 'elsewhere' }]);
    await world.refer({}, delivered(40, '2027-01-04T09:00:00Z'));
    expect(await world.lines('contact-term')).toEqual({
      'in-time VBO 14-15': 3,
      'late AHV 14-15': 1,
      'late VBO 14-15': 1,
    });
    expect(await world.lines('contact-term', autumn, new Date('2026-11-18T08:59:59Z'))).toEqual({});
  });

  test('the term and the time until contact see the same answers', async () => {
    const term = '2026-11-18T09:00:00Z';
    for (const answer of ['contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'full'])
      await world.refer({}, delivered(0, term), [1, answer]);
    await world.refer({}, delivered(0, term), noMatch(1));
    await world.refer({}, delivered(0, term), noMatch(1), undone(1.001, 'no-match'));
    await world.refer({}, [1, 'full', { until: '2027-08-31', by: 'clock' }]);
    expect(await world.lines('contact-term')).toEqual({ 'in-time VBO 14-15': 6, 'late VBO 14-15': 1 });
    expect(await world.lines('time-to-contact')).toMatchObject({ 'all cases': 6, 'all median': 24, 'all p90': 24 });
  });

  test('time to the first contact in clock hours: cases, median and nine in ten', async () => {
    const term = '2026-11-18T09:00:00Z';
    for (const days of [1, 2, 3, 4, 11])
      await world.refer({}, delivered(0, term), [days, 'contacted'], [days + 1, 'placed']);
    await world.refer({ region: 'AHV' }, delivered(0, term), [0.5, 'waitlisted'], noMatch(1));
    await world.refer({}, delivered(0, term), [1, 'contacted'], undone(1.001, 'contacted'));
    await world.refer({}, delivered(0, term), ['2027-01-05T09:00:00Z', 'contacted']);
    expect(await world.lines('time-to-contact')).toEqual({
      ...{ 'VBO cases': 5, 'VBO median': 72, 'VBO p90': 197 },
      ...{ 'AHV cases': 1, 'AHV median': 12, 'AHV p90': 12 },
      ...{ 'all cases': 6, 'all median': 60, 'all p90': 180 },
    });
  });

  test('the waiting list as it stood at the end of the period', async () => {
    const later = '2027-01-05T09:00:00Z';
    await world.refer({}, [1, 'waitlisted']);
    await world.refer({}, [1, 'waitlist-proposed'], [2, 'kept'], [3, 'place-freed']);
    await world.refer({ serviceId: west.id, region: 'AHV' }, [1, 'full'], [2, 'kept'], [later, 'withdrawn']);
    await world.refer({}, [1, 'waitlisted'], [later, 'place-freed'], [later, 'place-confirmed']);
    await world.refer({}, [1, 'waitlisted'], [2, 'place-freed'], [3, 'place-confirmed']);
    await world.refer({}, [1, 'waitlisted'], [2, 'withdrawn', { reason: 'solved' }]);
    await world.refer({}, [1, 'waitlisted'], undone(1.001, 'waitlisted'));
    await world.refer({}, [1, 'waitlist-proposed']);
    await world.refer({}, [later, 'waitlisted']);
    await world.refer({}, ['2026-05-01T08:00:00Z', 'waitlisted']);
    expect(await world.lines('waiting-list')).toEqual({ AHV: 1, VBO: 4 });
    expect(await world.lines('waiting-list-by-service')).toEqual({
      [`VBO ${naft.id} ${east.id}`]: 4,
      [`AHV ${naft.id} ${west.id}`]: 1,
    });
  });
});

describe.each(engines)('unmet demand, on %s', (engine) => {
  let world: FigureWorld;
  beforeAll(async () => {
    world = await figureWorld(engine);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  test('counts each pupil once, by the last reason', async () => {
    const first = await world.refer({ region: 'AHV' }, sentAt(0), noMatch(1), [1.1, 'referred-on', { to: '2' }]);
    await world.refer({ trailId: first.trailId }, sentAt(1.1), [2, 'full']);
    await world.refer({ ageBand: 'under-12' }, sentAt(0), noMatch(1));
    await world.refer({ region: 'outside' }, sentAt(0));
    await world.refer({ region: 'outside' }, sentAt(0), noMatch(3));
    expect(await world.lines('unmet-demand')).toEqual({
      'full VBO 14-15': 1,
      'no-match VBO under-12': 1,
      'no-match outside 14-15': 1,
      'outside outside 14-15': 1,
    });
  });

  test('has who left a list for help elsewhere, not who was referred on or is helped', async () => {
    const elsewhere = { reason: 'elsewhere' };
    await world.refer({}, [1, 'waitlisted'], [9, 'withdrawn', elsewhere]);
    await world.refer({}, [1, 'waitlisted'], [9, 'withdrawn', { reason: 'solved' }]);
    await world.refer({}, [1, 'contacted'], [9, 'withdrawn', elsewhere]);
    await world.refer({}, [1, 'waitlisted'], [9, 'withdrawn', elsewhere], [9, 'referred-on', { to: '2' }]);
    await world.refer({ region: 'AHV' }, [1, 'waitlist-proposed'], [9, 'withdrawn', elsewhere]);
    await world.refer({ ageBand: '12-13' }, [1, 'full'], [2, 'kept'], [9, 'withdrawn', elsewhere]);
    expect(await world.lines('unmet-demand')).toEqual({
      'left-waiting AHV 14-15': 1,
      'left-waiting VBO 12-13': 1,
      'left-waiting VBO 14-15': 1,
    });
  });

  test('keeps full as the reason of who never waited, once', async () => {
    await world.refer({}, [1, 'full'], [9, 'withdrawn', { reason: 'elsewhere' }]);
    await world.refer({}, ['2026-07-01T09:00:00Z', 'full'], [9, 'withdrawn', { reason: 'elsewhere' }]);
    expect(await world.lines('unmet-demand')).toEqual({ 'full VBO 14-15': 1 });
  });

  test('has nobody who got a place before the end of the period, nor by an answer taken back', async () => {
    const placed = await world.refer({}, noMatch(1), [1.1, 'referred-on', { to: '2' }]);
    await world.refer({ trailId: placed.trailId }, [5, 'placed']);
    const listed = await world.refer({}, noMatch(1));
    await world.refer({ trailId: listed.trailId }, [2, 'waitlisted'], [5, 'place-freed'], [6, 'place-confirmed']);
    await world.refer({}, noMatch(1), undone(1.001, 'no-match'));
    const later = await world.refer({ region: 'AHV' }, noMatch(1));
    await world.refer({ trailId: later.trailId }, ['2027-01-05T09:00:00Z', 'placed']);
    const back = await world.refer({ region: 'AHV', ageBand: '12-13' }, noMatch(1));
    await world.refer({ trailId: back.trailId }, [2, 'placed'], undone(2.001, 'placed'));
    expect(await world.lines('unmet-demand')).toEqual({ 'no-match AHV 12-13': 1, 'no-match AHV 14-15': 1 });
  });
});
