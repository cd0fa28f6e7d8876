import type { LocalDate } from '../../src/domain/local-date.js';
import type { Life } from './life.js';

/** A way that a referral goes, how often of a thousand, and whether it still runs at its end: such ones only began lately. */
export interface Way {
  readonly name: string;
  readonly often: number;
  readonly isOpen: boolean;
  live(life: Life): Life;
}

const week = 7 * 24;
const dayOf = (at: Date): LocalDate => at.toISOString().slice(0, 10);
const monday = (at: Date): LocalDate => dayOf(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000));

const arrive = (life: Life): Life =>
  life.register().wait(0.5).act('clock', { act: 'deliver', now: true }).act('clock', { act: 'receive' });
const called = (life: Life): Life =>
  arrive(life)
    .wait(3)
    .act('provider', { act: 'open-file', what: 'case-file' })
    .wait(1)
    .act('provider', { act: 'contact' });
const withPlace = (life: Life): Life => called(life).wait(1).act('provider', { act: 'place' });

/** The first round table is planned a week ahead, and held. */
const held = (life: Life): Life => {
  const startsAt = new Date(life.now.getTime() + week * 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const where = { venue: 'school', location: null, url: null, invited: ['clb', 'provider', 'school'] } as const;
  return life
    .wait(2)
    .atTable('provider', { act: 'plan', slot: { startsAt, endsAt, ...where } })
    .wait(week + 2)
    .atTable('provider', { act: 'note-held' });
};

const started = (life: Life): Life =>
  held(withPlace(life))
    .wait(24)
    .onTrajectory('provider', { act: 'start', on: dayOf(life.now) });

const counted = (life: Life, weeks: number): Life => {
  for (let done = 0; done < weeks; done++)
    life.onTrajectory('provider', { act: 'count-half-days', week: monday(life.now), count: 4 }).wait(week);
  return life;
};

const completed = (life: Life): Life =>
  counted(started(life), 6)
    .onTrajectory('provider', { act: 'note-absence', on: dayOf(life.now), part: 'day' })
    .wait(24)
    .onTrajectory('provider', { act: 'close', on: dayOf(life.now), outcome: 'back-soon', handover: null })
    .act('provider', { act: 'complete', outcome: 'back-soon' });

const refused = (life: Life): Life => called(life).act('provider', { act: 'refuse-match', reason: 'age', note: false });
const onward = (life: Life): Life =>
  refused(life).wait(4).act('clb', { act: 'refer-on', to: '9999-0002', chosen: 'desk', first: 'over' });
const listed = (life: Life): Life =>
  called(life).act('provider', { act: 'put-on-waitlist', expectedStartOn: dayOf(new Date(life.now.getTime() + 2e9)) });

/** What happens to referrals, as often as it may be expected; of each thousand. */
export const ways: readonly Way[] = [
  { name: 'completed', often: 540, isOpen: false, live: completed },
  {
    name: 'refused, then completed elsewhere',
    often: 140,
    isOpen: false,
    live: (life) => completed(onward(life)),
  },
  {
    name: 'withdrawn',
    often: 170,
    isOpen: false,
    live: (life) => called(life).wait(20).act('clb', { act: 'withdraw', reason: 'solved' }),
  },
  {
    name: 'withdrawn from a list',
    often: 100,
    isOpen: false,
    live: (life) =>
      listed(life)
        .wait(3 * week)
        .act('clb', { act: 'withdraw', reason: 'elsewhere' }),
  },
  { name: 'registered', often: 2, isOpen: true, live: (life) => life.register() },
  { name: 'delivered', often: 8, isOpen: true, live: arrive },
  { name: 'contacted', often: 8, isOpen: true, live: called },
  { name: 'on a list', often: 16, isOpen: true, live: listed },
  { name: 'refused', often: 4, isOpen: true, live: refused },
  { name: 'with a place', often: 4, isOpen: true, live: withPlace },
  { name: 'running', often: 8, isOpen: true, live: (life) => counted(started(life), 3) },
];
