import { daysBetween } from '../../local-date.js';
import { belongingOfTrajectory } from './belonging.js';
import { told } from './of-referral.js';
import type { Contribution } from './tally.js';
import { word, type CountedReferral, type CountedTrajectory, type Days, type Told } from './trail.js';

/** The pupil was not at school when referred: absent, suspended or not enrolled. */
const wasAway = ({ target, presence, enrolment }: CountedReferral): boolean =>
  target === 'pupil' && (presence === 'problematic-absence' || presence === 'suspended' || enrolment !== 'enrolled');

/** Of this name, without those after which something of that name was told: they were taken back. */
const lasting = ({ told: all }: Pick<CountedTrajectory, 'told'>, name: string, undoing: string): Told[] => {
  const last = all.findLastIndex((one) => one.name === undoing);
  return all.filter((one, at) => one.name === name && at > last);
};

/**
 * `started`: trajectories of which it was said that they began, and not taken back; `away`: the pupil was not at school when
 * referred. `start-days`: days from the first registration of the trail until then. `lost-school-time`: half days of school between
 * both, of who was away: holidays are left out.
 */
export function ofStart(trajectory: CountedTrajectory, days: Days): Contribution[] {
  const count = told(belongingOfTrajectory(trajectory), days);
  const isAway = wasAway(trajectory.of);
  const registeredOn = days.dayOf(trajectory.of.firstRegisteredAt);
  return lasting(trajectory, 'started', 'start-taken-back').flatMap((one) => {
    const on = word(one, 'on') ?? days.dayOf(one.at);
    const codes = { school: isAway ? 'away' : 'there' };
    const lost = isAway ? days.schoolHalfDaysBetween(registeredOn, on) : 0;
    return [
      count('started', one, { codes }),
      count('start-days', one, { value: daysBetween(registeredOn, on) }),
      ...(lost === 0 ? [] : [count('lost-school-time', one, { codes, count: lost })]),
    ];
  });
}

/** `closed`: trajectories that were closed and not reopened, by outcome (R13). `dropped`: that fell away before or after the start. */
export function ofEnd(trajectory: CountedTrajectory, days: Days): Contribution[] {
  const count = told(belongingOfTrajectory(trajectory), days);
  return [
    ...lasting(trajectory, 'closed', 'reopened').map((one) =>
      count('closed', one, { codes: { outcome: word(one, 'outcome') ?? 'none' } }),
    ),
    ...trajectory.told.filter(({ name }) => name === 'dropped').map((one) => count('dropped', one)),
  ];
}

/** A trajectory once per period, by the last of these in it. */
const once = (
  tally: Contribution['tally'],
  all: readonly Told[],
  count: ReturnType<typeof told>,
  { dayOf }: Days,
): Contribution[] =>
  all.map((one, at) => {
    const next = all[at + 1];
    return count(tally, one, { until: next === undefined ? null : dayOf(next.at) });
  });

/** `half-days`: half days that were counted (R15); of a week that was counted anew the difference. `half-day-pupils`: of how many. */
export function ofHalfDays(trajectory: CountedTrajectory, days: Days): Contribution[] {
  const count = told(belongingOfTrajectory(trajectory), days);
  const counted = trajectory.told.filter(({ name }) => name === 'half-days-counted');
  const more = (one: Told): number => Number(word(one, 'count') ?? 0) - Number(word(one, 'was') ?? 0);
  return [
    ...counted.map((one) => count('half-days', one, { count: more(one) })),
    ...once('half-day-pupils', counted, count, days),
  ];
}

const saysOfDay: ReadonlySet<string> = new Set(['absent', 'absence-taken-back']);

/** `absences`: days on which a pupil was absent, by what was said last of that day. `absent-pupils`: of how many. */
export function ofAbsences(trajectory: CountedTrajectory, days: Days): Contribution[] {
  const count = told(belongingOfTrajectory(trajectory), days);
  const said = trajectory.told.filter(({ name }) => saysOfDay.has(name));
  const absent = said.filter(
    (one, at) => one.name === 'absent' && !said.slice(at + 1).some((later) => word(later, 'on') === word(one, 'on')),
  );
  return [...absent.map((one) => count('absences', one)), ...once('absent-pupils', absent, count, days)];
}
