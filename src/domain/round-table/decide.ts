import type { Calendar } from '../calendar.js';
import type { EventBy } from '../case/aggregate.js';
import type { CaseActor } from '../case/policy-table.js';
import { slotOf, type Slot } from './appointment.js';
import { askAt, isReminderDue, nextStepOfRoundTable, planByFrom } from './clocks.js';
import { roundTableEvent as event, type RoundTableEvent } from './events.js';
import { roundTableRights, type RoundTableAct, type RoundTableDenial } from './policy.js';
import type { Organiser, RoundTable, RoundTableFacts, RoundTableKind } from './round-table.js';

/** Everything that can be asked of a round table; `act` is the act in the policy. */
export type RoundTableCommand =
  | { readonly act: 'plan' | 'move'; readonly slot: Slot }
  | { readonly act: 'hand-over' }
  /** `again`: another moment is sought. */
  | { readonly act: 'cancel'; readonly again: boolean }
  | { readonly act: 'note-held' | 'note-not-held' | 'drop' | 'remind' | 'ask' | 'follow-up' };

/** Who asks, and when. `by` without its side: the policy gives it. */
export interface RoundTableMoment {
  readonly now: Date;
  readonly actor: CaseActor;
  readonly by: Pick<EventBy, 'personId' | 'organisationId'>;
  readonly calendar: Calendar;
}

export interface RoundTableRefusal {
  readonly denied: RoundTableDenial;
}

type CommandOf<A extends RoundTableCommand['act']> = Extract<RoundTableCommand, { readonly act: A }>;
/** What an act makes of a round table, once the policy has allowed it. An empty list: nothing new. */
type Decider<A extends RoundTableCommand['act']> = (
  table: RoundTable,
  command: CommandOf<A>,
  by: EventBy,
  calendar: Calendar,
) => readonly RoundTableEvent[];

/** The side that does not organise. */
export const otherOf = (organiser: Organiser): Organiser => (organiser === 'clb' ? 'provider' : 'clb');

const isSame = (one: Slot, other: Slot): boolean => JSON.stringify(slotOf(one)) === JSON.stringify(slotOf(other));

const deciders: { readonly [A in RoundTableCommand['act']]: Decider<A> } = {
  plan: (_table, { slot }, by) => [event('planned', slotOf(slot), by)],
  /** The same slot again is nothing new. */
  move: ({ appointment }, { slot }, by) =>
    appointment !== null && isSame(appointment, slot) ? [] : [event('moved', slotOf(slot), by)],
  'hand-over': ({ organiser }, _command, by, calendar) => [
    event('handed-over', { organiser: otherOf(organiser), planBy: planByFrom(by.at, calendar) }, by),
  ],
  /** A first round table is always held some day; of the others it is asked whether another moment is sought. */
  cancel: ({ kind }, { again }, by, calendar) => [
    event('cancelled', { planBy: again || kind === 'start' ? planByFrom(by.at, calendar) : null }, by),
  ],
  'note-held': (_table, _command, by) => [event('held', {}, by)],
  'note-not-held': (_table, _command, by, calendar) => [event('not-held', { planBy: planByFrom(by.at, calendar) }, by)],
  drop: (_table, _command, by) => [event('dropped', {}, by)],
  remind: (table, _command, by, calendar) =>
    table.state === 'planned' && isReminderDue(table, by.at, calendar)
      ? [event('reminded', { which: 'day-before' }, by)]
      : [],
  ask: (table, _command, by, calendar) =>
    table.state === 'planned' && table.appointment.askedAt === null && askAt(table, calendar) <= by.at
      ? [event('asked', {}, by)]
      : [],
  'follow-up': (table, _command, by, calendar) => {
    const next = nextStepOfRoundTable(table, calendar);
    if (next === null || next.owner === 'clock' || next.by > by.at) return [];
    return [event('followed-up', { owner: next.owner }, by)];
  },
};

const byOf = ({ now, by }: RoundTableMoment, side: EventBy['side']): EventBy => ({ at: now, side, ...by });

/** What happens to a round table: the only place with its rules. Events, none for nothing new, or why not. Pure. */
export function decideRoundTable(
  table: RoundTable,
  command: RoundTableCommand,
  moment: RoundTableMoment,
): readonly RoundTableEvent[] | RoundTableRefusal {
  const allowed = roundTableRights.can(moment.actor, command.act, table, moment.now);
  if ('denied' in allowed) return allowed;
  const decider = deciders[command.act] as Decider<RoundTableCommand['act']>;
  return decider(table, command as never, byOf(moment, allowed.side), moment.calendar);
}

/** A next round table after one that was held (R15): wanted and planned in one. */
export function planNext(
  held: RoundTable,
  kind: RoundTableKind,
  slot: Slot,
  moment: RoundTableMoment,
): readonly RoundTableEvent[] | RoundTableRefusal {
  const allowed = roundTableRights.can(moment.actor, 'plan-next', held, moment.now);
  if ('denied' in allowed) return allowed;
  const by = byOf(moment, allowed.side);
  const facts = { ...factsOf(held), kind };
  const planBy = planByFrom(moment.now, moment.calendar);
  return [event('wanted', { facts, organiser: held.organiser, planBy }, by), event('planned', slotOf(slot), by)];
}

const factsOf = ({
  referralId,
  trailId,
  clbId,
  referrerId,
  providerId,
  serviceId,
  kind,
}: RoundTableFacts): RoundTableFacts => ({ referralId, trailId, clbId, referrerId, providerId, serviceId, kind });

export const isRoundTableDenied = (
  decided: readonly RoundTableEvent[] | RoundTableRefusal,
): decided is RoundTableRefusal => 'denied' in decided;

/** What is done only once, however often it is pressed: what it leaves behind. */
const leaves: Partial<Readonly<Record<RoundTableAct, RoundTable['state']>>> = {
  'note-held': 'held',
  cancel: 'to-plan',
  'note-not-held': 'to-plan',
};

/** Whether a round table already is what this act would make of it. */
export const isDone = (table: RoundTable, act: RoundTableAct): boolean => leaves[act] === table.state;
