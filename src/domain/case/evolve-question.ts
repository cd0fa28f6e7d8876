import type { CaseEvent } from './events.js';
import type { OpenQuestion } from './question.js';
import type { Referral } from './referral.js';

type QuestionEvent = Extract<CaseEvent, { readonly data: { readonly question: unknown } }>;

/** Whether something happened to a question of a referral. */
export const isAboutQuestion = (event: CaseEvent): event is QuestionEvent => 'question' in event.data;

/** The referral after something happened to one of its questions; it stays in the state it is in. Pure. */
export function evolveQuestion(referral: Referral, event: QuestionEvent): Referral {
  const { question: id } = event.data;
  const others = referral.questions.filter((one) => one.id !== id);
  switch (event.name) {
    case 'question-asked':
      return { ...referral, questions: [...others, asked(event)] };
    case 'question-reminded':
      return {
        ...referral,
        questions: referral.questions.map((one) => (one.id === id ? { ...one, reminded: event.data.stage } : one)),
      };
    case 'question-answered':
    case 'question-withdrawn':
      return afterWaiting({ ...referral, questions: others.map((one) => counted(one, referral, event)) }, event);
    case 'question-closed':
      return { ...referral, questions: others };
  }
}

const asked = ({ data, at, personId }: CaseEvent<'question-asked'>): OpenQuestion => ({
  id: data.question,
  by: data.by,
  askedBy: personId,
  askedAt: at,
  answerBy: data.answerBy,
  reminded: null,
  countedFrom: at,
});

/** What it waited until now is added to the term: what is left of its side counts from here. */
const counted = (one: OpenQuestion, referral: Referral, { data, at }: QuestionEvent): OpenQuestion =>
  referral.questions.find(({ id }) => id === data.question)?.by === one.by ? { ...one, countedFrom: at } : one;

/** The term goes on where it stood; who was reminded of it before, is given the time between two reminders anew. */
function afterWaiting(
  referral: Referral,
  { data, at }: CaseEvent<'question-answered' | 'question-withdrawn'>,
): Referral {
  const heldUp = referral.heldUp + data.heldUp;
  if (referral.state !== 'delivered' || data.contactBy === null) return { ...referral, heldUp };
  return { ...referral, heldUp, contactBy: data.contactBy, remindedAt: referral.reminded === null ? null : at };
}
