import { nextBesideReminder } from '../beside.js';
import { isAskedAlong, nextCheckIn } from '../check-in.js';
import { nextStepOf } from '../clocks.js';
import { event } from '../events.js';
import type { ReminderStage } from '../states.js';
import type { CaseStanding, Decider } from './command.js';

/** The next in the chain of R9; without a coordinator the desk is next. Null when all were told. */
function nextStage({ referral, coordinatorId }: CaseStanding): ReminderStage | null {
  if (referral.reminded === 'desk') return null;
  if (referral.reminded === null) return 'provider';
  return referral.reminded === 'provider' && coordinatorId !== null ? 'coordinator' : 'desk';
}

/** Contact does not come (R9): provider, coordinator, desk, each once, in the desk's working time. */
export const remind: Decider<'remind'> = (standing, _command, by) => {
  const stage = nextStage(standing);
  const { contactBy } = standing.referral;
  if (stage === null || contactBy === null || contactBy > by.at) return [];
  return [event('reminded', { stage, coordinatorId: stage === 'coordinator' ? standing.coordinatorId : null }, by)];
};

/** It stays where it is: its owner is reminded, then the desk. */
export const followUp: Decider<'follow-up'> = ({ referral }, _command, by, { calendar, settings }) => {
  const next = nextStepOf(referral, calendar, settings);
  if (next === null || next.owner === 'clock' || next.by > by.at) return [];
  return [event('followed-up', { owner: next.owner }, by)];
};

/** The time in which an answer could be taken back has passed. */
export const endUndo: Decider<'end-undo'> = ({ referral: { undo } }, _command, by) =>
  undo === null || undo.until > by.at ? [] : [event('undo-ended', {}, by)];

/** Somebody opens the pupil's data: written before it is shown. */
export const openFile: Decider<'open-file'> = (_standing, { what }, by) => [event('file-opened', { what }, by)];

/** What was written for the school is read: in the same log. */
export const openSchool: Decider<'open-school'> = (_standing, _command, by) => [
  event('file-opened', { what: 'school' }, by),
];

/** Nothing personal of the pupil is kept any more; noted once. */
export const erase: Decider<'erase'> = ({ last }, { why }, by) =>
  last?.name === 'erased' ? [] : [event('erased', { why }, by)];

/** It still runs beside a place: the CLB is reminded, then it stands before the desk; each once. */
export const remindBeside: Decider<'remind-beside'> = ({ referral: { besidePlace } }, _command, by, { calendar }) => {
  const next = besidePlace === null ? null : nextBesideReminder(besidePlace, calendar);
  return next === null || next.at > by.at ? [] : [event('beside-reminded', { stage: next.stage }, by)];
};

/** A place on a waiting list: the CLB is asked every few weeks whether it is needed, reminded once; then it stands before the desk (R11). */
export const checkIn: Decider<'check-in'> = ({ referral }, { along }, by, { calendar, settings }) => {
  const next = nextCheckIn(referral, calendar, settings);
  const isDue = next !== null && next.at <= by.at;
  if (next === null || (!isDue && !(along && isAskedAlong(referral, by.at, calendar)))) return [];
  if (next.what === 'end-return') return [event('return-ended', {}, by)];
  return next.what === 'ask' || along
    ? [event('check-in-asked', { on: calendar.dayOf(by.at) }, by)]
    : [event('check-in-reminded', { stage: next.stage }, by)];
};

/** A service with room would fit: the same word once more is nothing new. */
export const match: Decider<'match'> = ({ referral }, { serviceId, on }, by) =>
  referral.referredOn || (referral.match?.serviceId === serviceId && referral.match.on === on)
    ? []
    : [event('match-found', { serviceId, on }, by)];
