import { z } from 'zod';
import type { Calendar } from '../calendar.js';
import { instant, localDay } from '../case/values.js';
import { stillMonths, type StillMonths } from '../codes.js';
import type { LocalDate } from '../local-date.js';
import type { TrajectoryState } from './states.js';

/** Whom it is asked: who referred, or the team when that person left it. */
export const stillWho = ['referrer', 'team'] as const;
export type StillWho = (typeof stillWho)[number];

export const stillMonthsSchema = z.literal(stillMonths);

/** Whether the pupil is still at school was asked, or is over. What was answered does not stand here, nor anywhere beside the pupil. */
export const stillSchema = z.object({
  /** The question that waits for an answer; `on`: the day under which everything of one person is asked. */
  asked: z
    .object({
      months: stillMonthsSchema,
      on: localDay,
      of: z.enum(stillWho),
      at: instant,
      remindedAt: instant.nullable(),
    })
    .nullable(),
  /** After so many months it is done: answered, not known, or not asked. */
  done: z.array(stillMonthsSchema).readonly(),
});
export type Still = Readonly<z.infer<typeof stillSchema>>;

export const notAskedYet: Still = { asked: null, done: [] };

/** A working day of the desk is 390 minutes: after five without an answer a reminder, after five more it is not known. */
const patience = 5 * 390;
/** What could not be asked in time is not asked later: somebody would answer about another moment. */
const lateMs = 42 * 86_400_000;

/** The same day so many months later; the last of the month where there is no such day. */
export function monthsLater(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** This day, or the first day of school after it. */
function schoolDay(day: LocalDate, calendar: Calendar): LocalDate {
  let at = day;
  while (calendar.schoolHalfDaysBetween(at, calendar.addDays(at, 1)) === 0) at = calendar.addDays(at, 1);
  return at;
}

/** What the program does next about the question, and when. */
export interface NextStill {
  readonly what: 'ask' | 'remind' | 'end';
  readonly months: StillMonths;
  readonly at: Date;
}

interface Asked {
  readonly state: TrajectoryState;
  readonly closedOn: LocalDate | null;
  readonly still: Still;
}

/** The next question, reminder or end of waiting of a trajectory that is closed; null when nothing is asked any more. */
export function nextStill({ state, closedOn, still: { asked, done } }: Asked, calendar: Calendar): NextStill | null {
  if (state !== 'closed' || closedOn === null) return null;
  if (asked !== null) {
    const what = asked.remindedAt === null ? 'remind' : 'end';
    return { what, months: asked.months, at: calendar.addWorkingMinutes(asked.remindedAt ?? asked.at, patience) };
  }
  const months = stillMonths.find((one) => !done.includes(one));
  if (months === undefined) return null;
  const day = schoolDay(monthsLater(closedOn, months), calendar);
  return { what: 'ask', months, at: calendar.nextOpening(calendar.at(day, 9, 0)) };
}

/** Whether the moment to ask lies so far back that it is left. */
export const isTooLate = ({ at }: NextStill, now: Date): boolean => now.getTime() - at.getTime() > lateMs;

/** Until when an answer is expected, before it is reminded of. */
export const stillTerm = (askedAt: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(askedAt, patience);
