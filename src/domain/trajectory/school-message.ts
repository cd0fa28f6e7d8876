import { z } from 'zod';
import type { Calendar } from '../calendar.js';
import { instant, localDay } from '../case/values.js';
import { undoMs } from '../take-back.js';
import { daysFrom } from './half-days.js';

/** For which moment the school hears something (R14). */
export const schoolMoments = ['start', 'interim', 'closing'] as const;
export type SchoolMoment = (typeof schoolMoments)[number];

/** Every state of a message to the school; `skipped`: not this time, `dropped`: not agreed any more, or its trajectory is over. */
export const schoolMessageStates = [
  'expected',
  'written',
  'returned',
  'released',
  'sent',
  'skipped',
  'dropped',
] as const;
export type SchoolMessageState = (typeof schoolMessageStates)[number];

/** Who can be told that it waits. */
export const schoolStages = ['provider', 'coordinator', 'clb', 'desk'] as const;
export type SchoolStage = (typeof schoolStages)[number];

/** One message to the school about a trajectory: what becomes of it. Its words stand sealed in the timeline, never here. */
export const schoolMessageSchema = z.object({
  /** Which one of its trajectory, counted from 1. */
  number: z.number().int(),
  moment: z.enum(schoolMoments),
  /** The day as agreed, and the day it is now: a pause moves it. */
  agreedOn: localDay,
  dueOn: localDay,
  state: z.enum(schoolMessageStates),
  /** The provider was asked for it. */
  asked: z.boolean(),
  /** Until when whoever has it does the next step; null: it is over. */
  by: instant.nullable(),
  /** Who was told last that it waits. */
  told: z.enum(schoolStages).nullable(),
  /** How often the CLB sent it back with a question. */
  round: z.number().int(),
  since: instant,
});
export type SchoolMessage = Readonly<z.infer<typeof schoolMessageSchema>>;

interface WithMessages {
  readonly schoolMessages: readonly SchoolMessage[];
}

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
/** Working time in which the CLB reads a message, in which the provider answers its question, in which a released one is sent. */
const within = { written: 3 * workingDay, returned: 2 * workingDay, released: 2 * workingDay } as const;
/** Working time after which the next one is told. */
const patience = 2 * workingDay;
/** So many days before it is due the provider is asked for it. */
const askedBefore = 5;

/** Until when the next step of a message that comes into this state is expected. */
export const schoolBy = (state: keyof typeof within, now: Date, calendar: Calendar): Date =>
  calendar.addWorkingMinutes(now, within[state]);

/** Who has it now; null when nobody has to do anything yet, or any more. */
export function ownerOfMessage({ state, asked }: SchoolMessage): 'provider' | 'clb' | null {
  if (state === 'returned' || (state === 'expected' && asked)) return 'provider';
  return state === 'written' || state === 'released' ? 'clb' : null;
}

/** The CLB gave it free: it goes to the school, also when there is no place any more. */
export const isReleased = ({ state }: Pick<SchoolMessage, 'state'>): boolean =>
  state === 'released' || state === 'sent';

/** Noted as sent so recently that it can still be taken back: as long as an answer of a provider. */
export const isJustSent = ({ state, since }: Pick<SchoolMessage, 'state' | 'since'>, now: Date): boolean =>
  state === 'sent' && now.getTime() - since.getTime() <= undoMs;
/** Until when. */
export const takenBackUntil = ({ since }: Pick<SchoolMessage, 'since'>): Date => new Date(since.getTime() + undoMs);

const isOver: readonly SchoolMessageState[] = ['sent', 'skipped', 'dropped'];
export const isOpenMessage = ({ state }: Pick<SchoolMessage, 'state'>): boolean => !isOver.includes(state);

export const messageAt = ({ schoolMessages }: WithMessages, number: number): SchoolMessage | null =>
  schoolMessages.find((one) => one.number === number) ?? null;

/** What a side has to do now, the most pressing first; of the desk what nobody did in time. */
export const owedMessages = ({ schoolMessages }: WithMessages, side: string): SchoolMessage[] =>
  schoolMessages
    .filter((one) => (side === 'desk' ? isLeftMessage(one) : ownerOfMessage(one) === side))
    .sort((one, other) => (one.by?.getTime() ?? 0) - (other.by?.getTime() ?? 0));

/** Everybody was told of it: it stands before the desk. */
export const isLeftMessage = (message: SchoolMessage): boolean => isOpenMessage(message) && message.told === 'desk';

/** What the school heard last. */
export const lastSent = ({ schoolMessages }: WithMessages): SchoolMessage | null =>
  schoolMessages.filter(({ state }) => state === 'sent').at(-1) ?? null;

const order = {
  provider: ['provider', 'coordinator', 'desk'],
  clb: ['clb', 'desk'],
} as const satisfies Record<'provider' | 'clb', readonly SchoolStage[]>;

/** What the program does next with a message by itself, and when: it asks for it, or tells the next one that it waits. */
export function nextWakeOf(
  message: SchoolMessage,
  calendar: Calendar,
): { readonly what: 'ask' | SchoolStage; readonly at: Date } | null {
  const owner = ownerOfMessage(message);
  if (message.state === 'expected' && !message.asked)
    return { what: 'ask', at: calendar.at(daysFrom(message.dueOn, -askedBefore), 9, 0) };
  if (owner === null || message.by === null) return null;
  const stages: readonly SchoolStage[] = order[owner];
  const next = message.told === null ? 0 : stages.indexOf(message.told) + 1;
  const what = stages[next];
  if (what === undefined) return null;
  return { what, at: next === 0 ? message.by : calendar.addWorkingMinutes(message.by, next * patience) };
}

/** The first of all of them; null when nothing is to come. */
export function nextSchoolWake({ schoolMessages }: WithMessages, calendar: Calendar): Date | null {
  const moments = schoolMessages.flatMap((one) => nextWakeOf(one, calendar)?.at ?? []);
  return moments.sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
}
