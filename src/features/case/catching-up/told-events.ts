import { caseEventNames } from '../../../domain/case/events.js';
import type { InquiryEventName } from '../../../domain/inquiry/events.js';
import type { RoundTableEventName } from '../../../domain/round-table/events.js';
import type { TrajectoryEventName } from '../../../domain/trajectory/events.js';
import type { TextKey } from '../../../texts/index.js';
import { wordsFor } from '../referral/event-sentences.js';

type Words<N extends string> = Readonly<Partial<Record<N, TextKey>>>;

const roundTable: Words<RoundTableEventName> = {
  planned: 'round-table.events.planned',
  moved: 'round-table.events.moved',
  cancelled: 'round-table.events.again',
  'not-held': 'round-table.events.not-held',
  held: 'round-table.events.held',
};

const trajectory: Words<TrajectoryEventName> = {
  postponed: 'catching-up.events.postponed',
  started: 'trajectory.events.started',
  'start-taken-back': 'catching-up.events.postponed',
  paused: 'trajectory.events.paused',
  resumed: 'trajectory.events.goes-on',
  reopened: 'trajectory.events.goes-on',
  closed: 'trajectory.events.closed',
  absent: 'catching-up.events.absent',
  'absence-taken-back': 'catching-up.events.absence-taken-back',
  'school-agreed': 'catching-up.events.school-agreed',
  'school-written': 'catching-up.events.school-written',
  'school-returned': 'catching-up.events.school-returned',
  'school-released': 'catching-up.events.school-released',
  'school-sent': 'catching-up.events.school-sent',
};

const inquiry: Words<InquiryEventName> = {
  forwarded: 'catching-up.events.forwarded',
  answered: 'catching-up.events.answered',
  withdrawn: 'catching-up.events.inquiry-withdrawn',
  referred: 'catching-up.events.inquiry-referred',
  lapsed: 'catching-up.events.lapsed',
};

const others = { 'round-table': roundTable, trajectory, inquiry } as const;

/** Its way to the provider is no news: what went wrong on it is. */
const onItsWay: readonly string[] = ['registered', 'dispatched', 'delivered'];

/** Its trajectory tells the same. */
const withTrajectory: readonly string[] = ['completed', 'reopened'];

/** What is worth telling, per kind of what it happened to. */
export const toldEvents = {
  referral: caseEventNames.filter(
    (name) => wordsFor(name) !== null && ![...onItsWay, ...withTrajectory].includes(name),
  ),
  'round-table': Object.keys(roundTable),
  trajectory: Object.keys(trajectory),
  inquiry: Object.keys(inquiry),
} as const;

/** The few words in which an event is told; null: it is not. */
export function wordsOf({ of, name }: { readonly of: keyof typeof toldEvents; readonly name: string }): TextKey | null {
  if (of === 'referral') return wordsFor(name);
  const words: Readonly<Record<string, TextKey | undefined>> = others[of];
  return words[name] ?? null;
}
