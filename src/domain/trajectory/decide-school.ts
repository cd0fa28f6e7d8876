import type { Calendar } from '../calendar.js';
import type { EventBy } from '../case/aggregate.js';
import type { PersonId } from '../ids.js';
import { trajectoryEvent as event, type TrajectoryEvent } from './events.js';
import { expectedMessages, isExpected } from './expected-messages.js';
import {
  isJustSent,
  isOpenMessage,
  messageAt,
  nextWakeOf,
  schoolBy,
  type SchoolMessageState,
} from './school-message.js';
import { isSamePlan, planOf, type SchoolPlan } from './school-plan.js';
import type { Trajectory } from './trajectory.js';

/** Everything that can be asked about what the school hears; `number`: which message. */
export type SchoolCommand =
  | { readonly act: 'agree-school'; readonly plan: SchoolPlan }
  | { readonly act: 'write-school'; readonly number: number; readonly text: string }
  | { readonly act: 'return-school'; readonly number: number; readonly question: string }
  /** `consented`: pupil and parents agree, says the CLB. */
  | { readonly act: 'release-school'; readonly number: number; readonly text: string; readonly consented: boolean }
  | { readonly act: 'send-school' | 'unsend-school' | 'skip-school'; readonly number: number }
  | { readonly act: 'plan-school' }
  | { readonly act: 'remind-school'; readonly coordinatorId: PersonId | null };

type CommandOf<A extends SchoolCommand['act']> = Extract<SchoolCommand, { readonly act: A }>;
interface Around {
  readonly calendar: Calendar;
  readonly hasSchool: boolean;
}
type Decider<A extends SchoolCommand['act']> = (
  trajectory: Trajectory,
  command: CommandOf<A>,
  by: EventBy,
  around: Around,
) => readonly TrajectoryEvent[];

const stands = (trajectory: Trajectory, number: number, ...states: readonly SchoolMessageState[]): boolean =>
  states.some((state) => state === messageAt(trajectory, number)?.state);

/** Whether the consent of pupil and parents is known, so that nothing has to be said of it when a message is released. */
export const isConsented = (trajectory: Trajectory, hasSchool: boolean): boolean =>
  planOf(trajectory, hasSchool).consent === 'yes';

export const schoolDeciders: { readonly [A in SchoolCommand['act']]: Decider<A> } = {
  /** The same once more is nothing new. */
  'agree-school': ({ schoolPlan }, { plan }, by) =>
    isSamePlan(schoolPlan, plan) ? [] : [event('school-agreed', { plan }, by)],
  /** Also before it was asked for. The words are sealed. */
  'write-school': (trajectory, { number, text }, by, { calendar }) =>
    stands(trajectory, number, 'expected', 'returned')
      ? [event('school-written', { number, by: schoolBy('written', by.at, calendar) }, { ...by, sealed: { text } })]
      : [],
  'return-school': (trajectory, { number, question }, by, { calendar }) =>
    stands(trajectory, number, 'written')
      ? [
          event(
            'school-returned',
            { number, by: schoolBy('returned', by.at, calendar) },
            { ...by, sealed: { text: question } },
          ),
        ]
      : [],
  /** With the words as the CLB leaves them; not before pupil and parents agree. */
  'release-school': (trajectory, { number, text, consented }, by, { calendar, hasSchool }) =>
    stands(trajectory, number, 'written') && (consented || isConsented(trajectory, hasSchool))
      ? [
          event(
            'school-released',
            { number, by: schoolBy('released', by.at, calendar), consented },
            { ...by, sealed: { text } },
          ),
        ]
      : [],
  'send-school': (trajectory, { number }, by) =>
    stands(trajectory, number, 'released') ? [event('school-sent', { number }, by)] : [],
  'unsend-school': (trajectory, { number }, by, { calendar }) => {
    const message = messageAt(trajectory, number);
    return message !== null && isJustSent(message, by.at)
      ? [event('school-not-sent', { number, by: schoolBy('released', by.at, calendar) }, by)]
      : [];
  },
  'skip-school': (trajectory, { number }, by) => {
    const message = messageAt(trajectory, number);
    return message !== null && isOpenMessage(message) ? [event('school-skipped', { number }, by)] : [];
  },
  /** What was agreed, or changed in how it stands, is planned anew after every act: see {@link replanned}. */
  'plan-school': () => [],
  /** Asked for, or told to the next one: each once. Without a coordinator the desk is next. */
  'remind-school': ({ schoolMessages }, { coordinatorId }, by, { calendar }) =>
    schoolMessages.flatMap((message): TrajectoryEvent[] => {
      const next = nextWakeOf(message, calendar);
      if (next === null || next.at > by.at) return [];
      const { number } = message;
      if (next.what === 'ask') return [event('school-asked', { number }, by)];
      const to = next.what === 'coordinator' && coordinatorId === null ? 'desk' : next.what;
      return [event('school-reminded', { number, to, coordinatorId: to === 'coordinator' ? coordinatorId : null }, by)];
    }),
};

/** The messages that are to be written, where what happened changed them; nothing when they stand already. */
export function replanned(trajectory: Trajectory, by: EventBy, around: Around): TrajectoryEvent[] {
  const { at, side, personId, organisationId } = by;
  const expected = expectedMessages(trajectory, { now: at, ...around });
  return isExpected(trajectory, expected)
    ? []
    : [event('school-planned', { expected }, { at, side, personId, organisationId })];
}
