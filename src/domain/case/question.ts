import { z } from 'zod';
import type { Calendar } from '../calendar.js';
import type { PersonId, QuestionId } from '../ids.js';
import type { ReferralState } from './states.js';
import { instant, storedId } from './values.js';

/** Who ask each other something about a referral. */
export const questionSides = ['clb', 'provider'] as const;
export type QuestionSide = (typeof questionSides)[number];

/** Who was told last that an answer does not come: the side that is to answer, then the desk. */
export const questionStages = ['other', 'desk'] as const;
export type QuestionStage = (typeof questionStages)[number];

/** A question that waits for its answer. What was asked stands sealed in the timeline, never here. */
export const openQuestionSchema = z.object({
  id: storedId<QuestionId>(),
  /** The side that asked. */
  by: z.enum(questionSides),
  askedBy: storedId<PersonId>().nullable(),
  askedAt: instant,
  answerBy: instant,
  reminded: z.enum(questionStages).nullable(),
  /** From when on its waiting is still to be added to the term of who asked: before it another question of that side has. */
  countedFrom: instant,
});
export type OpenQuestion = Readonly<z.infer<typeof openQuestionSchema>>;

/** What a question looks at of its referral. */
interface Asking {
  readonly state: ReferralState;
  readonly questions: readonly OpenQuestion[];
}

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
/** Working time in which a question is to be answered. */
const answerMinutes = 2 * workingDay;
/** Working time after the reminder before it stands before the desk. */
const deskAfterMinutes = workingDay;

export const otherSide = (side: QuestionSide): QuestionSide => (side === 'clb' ? 'provider' : 'clb');

/** Until when a question that is asked now is to be answered. */
export const answerByFrom = (now: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(now, answerMinutes);

/** When the next reminder of a question is told, and to whom; null when all were. */
export function nextReminderOf(
  { reminded, answerBy }: OpenQuestion,
  calendar: Calendar,
): { readonly stage: QuestionStage; readonly at: Date } | null {
  if (reminded === 'desk') return null;
  return reminded === null
    ? { stage: 'other', at: answerBy }
    : { stage: 'desk', at: calendar.addWorkingMinutes(answerBy, deskAfterMinutes) };
}

/** Questions that this side has to answer, oldest first. */
export const toAnswer = ({ questions }: Pick<Asking, 'questions'>, side: string): OpenQuestion[] =>
  questions.filter(({ by }) => (side === 'clb' || side === 'provider') && by !== side);

/** Questions of this side that wait for the other, oldest first. */
export const askedBy = ({ questions }: Pick<Asking, 'questions'>, side: string): OpenQuestion[] =>
  questions.filter(({ by }) => by === side);

/** Who is to take the next step in a state of which a term runs. */
const ownerIn: Partial<Readonly<Record<ReferralState, QuestionSide>>> = {
  delivered: 'provider',
  contacted: 'provider',
  'waitlist-proposed': 'clb',
  'place-free': 'clb',
  full: 'clb',
  'no-match': 'clb',
};

/** The question for which whoever is to act waits himself: as long as it is open the term stands still (R9). */
export const heldUpBy = (asking: Asking): OpenQuestion | null => {
  const owner = ownerIn[asking.state];
  return owner === undefined ? null : (askedBy(asking, owner)[0] ?? null);
};

/** Working minutes that the term stood still, when one of the questions ends at this moment; 0 when it did not. */
export function heldUpMinutes(
  asking: Asking & { readonly since: Date },
  side: QuestionSide,
  at: Date,
  calendar: Calendar,
): number {
  if (heldUpBy(asking)?.by !== side) return 0;
  const froms = askedBy(asking, side).map(({ countedFrom }) => countedFrom.getTime());
  const from = new Date(Math.max(Math.min(...froms), asking.since.getTime()));
  return calendar.workingMinutesBetween(from, at);
}
