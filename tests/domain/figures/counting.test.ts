import { describe, expect, test } from '@jest/globals';
import {
  amountsOf,
  contributionsOf,
  countsIn,
  tallies,
  type CountedInquiry,
  type CountedReferral,
  type CountedTrail,
  type CountedTrajectory,
  type TallyName,
  type Told,
} from '../../../src/domain/figures/counting/index.js';
import { daysLater } from '../../../src/domain/local-date.js';
import { referral } from '../../support/given.js';
import { seeded } from '../../support/standing.js';

type Random = (below: number) => number;

const day = (at: Date): string => at.toISOString().slice(0, 10);
const days = { dayOf: day, schoolHalfDaysBetween: (from: string, until: string) => (from < until ? 3 : 0) };
const now = new Date('2027-06-30T12:00:00Z');
const first = '2026-09-01';

/** In any order and as often as chance will: more than the rules of a case would ever let happen. */
function told(random: Random, names: readonly (readonly [string, object])[]): Told[] {
  let at = new Date(`${first}T08:00:00Z`).getTime();
  return Array.from({ length: random(14) }, () => {
    at += random(9) * 11 * 3_600_000;
    const [name, data] = names[random(names.length)]!;
    return { name, at: new Date(at), data: data as Told['data'] };
  });
}

const ofReferral = [
  ['registered', {}],
  ['registered', { again: true }],
  ['delivered', { contactBy: '2026-09-20T08:00:00Z' }],
  ['question-answered', { contactBy: '2026-09-25T08:00:00Z' }],
  ...['contacted', 'placed', 'waitlisted', 'waitlist-proposed', 'full', 'kept', 'returned-to-list', 'place-freed'].map(
    (name) => [name, {}] as const,
  ),
  ['no-match', { reason: 'age' }],
  ['place-confirmed', {}],
  ...['no-match', 'placed', 'waitlisted', 'place-free'].map((answer) => ['answer-undone', { answer }] as const),
  ['withdrawn', { reason: 'elsewhere' }],
  ['referred-on', { to: '2026-2' }],
] as const;
const ofTrajectory = [
  ...['awaited', 'start-taken-back', 'paused', 'resumed', 'reopened', 'dropped'].map((name) => [name, {}] as const),
  ['started', { on: '2026-10-01' }],
  ['closed', { outcome: 'back-soon' }],
  ['half-days-counted', { count: 4, was: null }],
  ['half-days-counted', { count: 2, was: 4 }],
  ['absent', { on: '2026-10-02' }],
  ['absence-taken-back', { on: '2026-10-02' }],
] as const;

const ofInquiry = [
  ...['asked', 'forwarded', 'missed', 'referred', 'lapsed'].map((name) => [name, {}] as const),
  ['answered', { answer: 'fits' }],
] as const;

function trailOf(random: Random): CountedTrail {
  const referrals = Array.from({ length: 1 + random(3) }, (): CountedReferral => ({
    ...referral(),
    region: ['VBO', 'AHV', 'outside'][random(3)]!,
    standsStill: random(8) === 0,
    told: told(random, ofReferral),
  }));
  const trajectories = Array.from({ length: random(3) }, (): CountedTrajectory => ({
    ...{ of: referrals[0]!, providerId: 'p', serviceId: 's' },
    told: told(random, ofTrajectory),
  }));
  const about = { region: 'VBO', ageBand: '14-15', schoolForm: 'bso', problemDomains: ['emotional'] } as const;
  const inquiries = Array.from({ length: random(2) }, (): CountedInquiry => ({
    ...about,
    told: told(random, ofInquiry),
  }));
  return { referrals, trajectories, inquiries };
}

const everyDay = Array.from({ length: 90 }, (_, later) => daysLater(first, later));

/** How often the trail counts in a tally, in a period. */
const sumIn = (trail: CountedTrail, tally: TallyName, from: string, until: string): number =>
  contributionsOf(trail, days, now)
    .contributions.filter((one) => one.tally === tally && countsIn(one, { from, until }))
    .reduce((sum, { count }) => sum + count, 0);

describe.each(Array.from({ length: 25 }, (_, seed) => seed))('whatever happens to a trail (%d)', (seed) => {
  const random = seeded(seed);
  const trail = trailOf(random);

  test('it stands on a list, or runs, at most once for each of its referrals and trajectories, and never less than not', () => {
    for (const until of everyDay) {
      const waiting = sumIn(trail, 'waiting', first, until);
      expect(waiting).toBeGreaterThanOrEqual(0);
      expect(waiting).toBeLessThanOrEqual(trail.referrals.length);
      const running = sumIn(trail, 'running', first, until);
      expect(running).toBeGreaterThanOrEqual(0);
      expect(running).toBeLessThanOrEqual(trail.trajectories.length);
    }
  });

  test('it is one unmet demand at most in any period, and a pupil counts once behind a sum', () => {
    for (const from of everyDay.filter((_, at) => at % 7 === 0))
      for (const until of everyDay.filter((one, at) => one > from && at % 5 === 0)) {
        expect(sumIn(trail, 'unmet-demand', from, until)).toBeLessThanOrEqual(1);
        for (const tally of ['half-day-pupils', 'absent-pupils'] as const)
          expect(sumIn(trail, tally, from, until)).toBeLessThanOrEqual(trail.trajectories.length);
      }
  });

  test('a question counts once, however often it was asked and answered', () => {
    const all = trail.inquiries.filter((one) => one.told.some(({ name }) => name === 'asked')).length;
    expect(sumIn(trail, 'inquiries', first, '2028-01-01')).toBe(all);
    expect(sumIn(trail, 'inquiries-referred', first, '2028-01-01')).toBeLessThanOrEqual(all);
  });

  test('every cut of a tally comes to the same, but for domains', () => {
    const amounts = amountsOf(contributionsOf(trail, days, now).contributions);
    for (const tally of Object.keys(tallies) as TallyName[]) {
      const sums = tallies[tally].cuts
        .filter((cut) => cut !== 'domain')
        .map((cut) =>
          amounts
            .filter(({ line }) => line.tally === tally && line.cut === cut)
            .reduce((sum, { count }) => sum + count, 0),
        );
      expect(new Set(sums).size).toBe(1);
    }
  });

  test('it is the same in whichever order its referrals are told', () => {
    const turned = { ...trail, referrals: trail.referrals.toReversed() };
    const keys = (of: CountedTrail) =>
      amountsOf(contributionsOf(of, days, now).contributions)
        .filter(({ line }) => line.tally !== 'unmet-demand' && line.tally !== 'referred-on-often')
        .map((one) => JSON.stringify(one))
        .sort();
    expect(keys(turned)).toEqual(keys(trail));
  });
});
