import type { EventBy } from '../case/aggregate.js';
import type { CaseMessage } from '../case/posts.js';
import { isReminder } from '../case/reminders.js';
import type { DayPart } from './absences.js';
import { schoolCards, trajectoryCards, type TrajectoryNews } from './cards.js';
import type { TrajectoryEvent, TrajectoryEventName } from './events.js';
import { threadOfTrajectory } from './posts.js';
import { messageAt } from './school-message.js';
import type { Trajectory } from './trajectory.js';

type Hears = 'nobody' | 'other' | 'both';

/** Who hears of what in its own thread: the side that did not do it, or both. An event that is not in here does not compile. */
const tells: Readonly<Record<TrajectoryEventName, Hears>> = {
  // The post of the referral says what is expected.
  awaited: 'nobody',
  postponed: 'nobody',
  started: 'other',
  'start-taken-back': 'other',
  looked: 'nobody',
  paused: 'other',
  resumed: 'other',
  'half-days-counted': 'nobody',
  absent: 'other',
  'absence-taken-back': 'other',
  // Who was told of the absences phones; the post of the desk goes.
  'absences-handled': 'nobody',
  'school-agreed': 'other',
  // Its card stands in the thread of whoever has it now.
  'school-planned': 'nobody',
  'school-asked': 'nobody',
  'school-written': 'nobody',
  'school-returned': 'nobody',
  'school-released': 'nobody',
  'school-reminded': 'nobody',
  'school-sent': 'other',
  'school-not-sent': 'other',
  'school-skipped': 'other',
  closed: 'other',
  reopened: 'other',
  'followed-up': 'nobody',
  // The card of who is asked says it.
  'still-asked': 'nobody',
  'still-reminded': 'nobody',
  'still-answered': 'nobody',
  'still-unknown': 'nobody',
  'still-skipped': 'nobody',
  dropped: 'nobody',
};

const bothSides = ['clb', 'provider'] as const;
type ToldSide = (typeof bothSides)[number];

const sidesOf = (hears: Hears, { side }: TrajectoryEvent): readonly ToldSide[] =>
  hears === 'nobody' ? [] : hears === 'both' ? bothSides : bothSides.filter((one) => one !== side);

/** The day that goes with it: when it started or ended, until when it pauses. */
function dayOf({ name, data }: TrajectoryEvent): string | null {
  if (name === 'started' || name === 'closed' || name === 'absent' || name === 'absence-taken-back') return data.on;
  return name === 'paused' ? data.nextBy.toISOString() : null;
}

/** An event happens once to one version: its message has one key for ever. */
const news = (
  after: Trajectory,
  side: ToldSide,
  what: TrajectoryNews,
  on: string | null,
  { part = null, by }: { readonly part?: DayPart | null; readonly by?: EventBy['side'] } = {},
): CaseMessage => ({
  key: `trajectory:${after.id}:update:${side}:${what}:${after.version}`,
  ...trajectoryCards.update.with({
    trajectoryId: after.id,
    what,
    on,
    part,
    ...(by === 'desk' ? { by } : {}),
  }),
  to: { under: threadOfTrajectory(after, side) },
  mention: side === 'clb' ? after.referrerId : null,
  living: isReminder(what),
  receipt: null,
});

/** What is asked of the provider when a step does not come; before the desk it stands as a post. */
function followUp({ data }: TrajectoryEvent<'followed-up'>, after: Trajectory): CaseMessage[] {
  const { state } = after;
  if (data.owner !== 'provider' || state === 'closed' || state === 'dropped') return [];
  return [news(after, 'provider', `left-${state}`, null)];
}

/** It waits: its side is reminded, then the provider's coordinator in his or her own chat; before the desk it stands as a post. */
function schoolReminder(
  { data: { number, to, coordinatorId } }: TrajectoryEvent<'school-reminded'>,
  after: Trajectory,
): CaseMessage[] {
  const { id: trajectoryId, version } = after;
  const by = messageAt(after, number)?.by?.toISOString() ?? null;
  if (to === 'clb' || to === 'provider')
    return [
      {
        ...news(after, to, `school-left-${to}`, by),
        key: `trajectory:${trajectoryId}:update:${to}:school-left:${number}:${version}`,
      },
    ];
  if (coordinatorId === null) return [];
  return [
    {
      key: `trajectory:${trajectoryId}:school:${number}:coordinator:${version}`,
      ...schoolCards.message.with({ trajectoryId, number, side: 'provider' }),
      to: { person: coordinatorId },
      urgent: true,
      mention: null,
      living: true,
      receipt: null,
    },
  ];
}

/** Every message that follows from one event, once. Pure. */
export function messagesForTrajectory(
  event: TrajectoryEvent,
  _before: Trajectory | null,
  after: Trajectory,
): CaseMessage[] {
  if (event.name === 'followed-up') return followUp(event, after);
  if (event.name === 'school-reminded') return schoolReminder(event, after);
  const part = event.name === 'absent' ? event.data.part : null;
  const { side: by } = event;
  return sidesOf(tells[event.name], event).map((side) => news(after, side, event.name, dayOf(event), { part, by }));
}
