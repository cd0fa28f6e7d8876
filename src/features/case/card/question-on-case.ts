import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { askedBy, heldUpBy, otherSide, toAnswer, type OpenQuestion } from '../../../domain/case/question.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { Reader } from './strip.js';

/** How a side is called in a sentence about a question. */
export const sideName = ({ clb, provider }: Pick<CaseFacts, 'clb' | 'provider'>, side: OpenQuestion['by']): string =>
  plain((side === 'clb' ? clb?.name : provider?.name) ?? '');

const dayOf = (at: Date, { calendar, language, now }: ViewContext): string =>
  day(calendar.dayOf(at), language, calendar.dayOf(now));

/** The strip of a case with what is asked inside it: an answer is expected of this reader, or he waits for one. */
export function withQuestion(strip: Strip, facts: CaseFacts, reader: Reader, context: ViewContext): Strip {
  const [owed] = toAnswer(facts.referral, reader);
  if (owed !== undefined) return toBeAnswered(strip, owed, facts, context);
  const [asked] = askedBy(facts.referral, reader);
  return asked === undefined ? strip : waiting(strip, asked, facts, context);
}

/** The term of the other side stands still: what it would do next is not said. Late stays late. */
function toBeAnswered(strip: Strip, owed: OpenQuestion, facts: CaseFacts, context: ViewContext): Strip {
  const { language, now } = context;
  const say = texts(language);
  const isLate = owed.answerBy < now;
  const state = isLate
    ? say('case.card.late', { moment: moment(owed.answerBy, language, now) })
    : say('case.question.answer-by', { day: dayOf(owed.answerBy, context) });
  const who = sideName(facts, owed.by);
  const waits = heldUpBy(facts.referral)?.by === owed.by;
  const next = waits ? say('case.question.stands-still', { who }) : besideQuestion(strip, facts);
  return {
    ...(strip.style === 'attention' || isLate ? looks.late : looks.decide),
    state: strip.style === 'attention' ? strip.state : state,
    next: sentences(say('case.question.from', { who }), next),
  };
}

/** Who asked, waits: what he was to do himself may wait as long, where his own term stands still. */
function waiting(strip: Strip, asked: OpenQuestion, facts: CaseFacts, context: ViewContext): Strip {
  const say = texts(context.language);
  const told = { who: sideName(facts, otherSide(asked.by)), day: dayOf(asked.answerBy, context) };
  const key = asked.reminded === 'desk' ? 'at-desk' : asked.answerBy < context.now ? 'waits-late' : 'waits';
  const isHeldUp = heldUpBy(facts.referral)?.by === asked.by;
  return {
    ...strip,
    next: sentences(
      say(`case.question.${key}`, told),
      isHeldUp ? say('case.question.own-stands-still') : besideQuestion(strip, facts),
    ),
  };
}

/** After the first talk the answer on the question comes before the answer on the referral: one is asked at a time. */
const besideQuestion = ({ style, next }: Strip, { referral }: CaseFacts): string | null =>
  referral.state === 'contacted' && style !== 'attention' ? null : next;

const sentences = (...some: readonly (string | null)[]): string => some.filter((one) => one !== null).join(' ');
