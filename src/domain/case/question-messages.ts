import type { NoteId, PersonId, QuestionId } from '../ids.js';
import { caseCards, type QuestionNews } from './cards.js';
import type { CaseEvent } from './events.js';
import { isKnownToProvider } from './policy.js';
import { clbPost, offerPost, questionPost } from './post-keys.js';
import type { CasePost } from './posts.js';
import { otherSide, type QuestionSide } from './question.js';
import type { Referral } from './referral.js';

/** The post under which a side reads; null when it has none. */
function threadOf(referral: Referral, side: QuestionSide): string | null {
  if (side === 'clb') return clbPost(referral.id);
  return referral.serviceId === null || !isKnownToProvider(referral)
    ? null
    : offerPost(referral.id, referral.serviceId);
}

/** Whoever has the case on his or her name on a side. */
const workerOf = ({ referrerId, contactedBy }: Referral, side: QuestionSide): PersonId | null =>
  side === 'clb' ? referrerId : contactedBy;

interface Telling {
  readonly question: QuestionId | NoteId;
  readonly what: QuestionNews;
  readonly to: QuestionSide;
  readonly mention: PersonId | null;
}

/** A reply that says that there is a question, or what became of it; never what was asked. */
function reply(referral: Referral, { question, what, to, mention }: Telling): CasePost[] {
  const under = threadOf(referral, to);
  if (under === null) return [];
  return [
    {
      key: questionPost(referral.id, question, what),
      ...caseCards.question.with({ referralId: referral.id, questionId: question, what }),
      to: { under },
      mention,
      living: what === 'asked' || what === 'reminded',
      receipt: null,
    },
  ];
}

/** The card of each open question, in the thread of the side that is to answer. It lives on: afterwards it says what became of it. */
export const questionPosts = (referral: Referral): CasePost[] =>
  referral.questions.flatMap(({ id, by }) => {
    const to = otherSide(by);
    return reply(referral, { question: id, what: 'asked', to, mention: workerOf(referral, to) });
  });

/** What is told of a question, to the side that it concerns: who asked hears of the answer, or that it was closed. */
export function questionMessages(event: CaseEvent, before: Referral | null, after: Referral): CasePost[] {
  switch (event.name) {
    case 'question-reminded': {
      const { question, stage, to } = event.data;
      return stage === 'desk' ? [] : reply(after, { question, what: 'reminded', to, mention: workerOf(after, to) });
    }
    case 'question-answered':
    case 'question-closed': {
      const { question } = event.data;
      const asked = before?.questions.find(({ id }) => id === question);
      const what = event.name === 'question-answered' ? 'answered' : 'closed';
      return asked === undefined ? [] : reply(after, { question, what, to: asked.by, mention: asked.askedBy });
    }
    case 'note-left':
      return reply(after, { question: event.data.note, what: 'noted', to: 'clb', mention: after.referrerId });
    default:
      return [];
  }
}
