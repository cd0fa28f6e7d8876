import type { ViewContext } from '../../../contracts/action.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import { looks, type Look, type Strip } from '../../../contracts/strip.js';
import type { InquiryReader } from '../../../domain/inquiry/cards.js';
import { isLeftInquiry, nextStepOfInquiry } from '../../../domain/inquiry/clocks.js';
import { isAtDesk, type InquiryAnswer } from '../../../domain/inquiry/inquiry.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { askedOf, byDay } from './inquiry-words.js';

const answered: Readonly<Record<InquiryAnswer, Look>> = {
  fits: looks.settled,
  maybe: looks.toCall,
  misfit: looks.decide,
  words: looks.decide,
};

/** How a question stands for this reader, and who does what by when. */
export function inquiryStrip(facts: InquiryCase, reader: InquiryReader, context: ViewContext): Strip {
  const { state } = facts.inquiry;
  if (state === 'asked') return reader === 'clb' ? sent(facts, context) : toAnswer(facts, reader, context);
  if (state === 'answered') return reader === 'clb' ? answer(facts, context) : given(facts, context);
  if (state === 'withdrawn' && facts.inquiry.answer !== null)
    return reader === 'clb' ? settled(facts, context) : given(facts, context);
  const say = texts(context.language);
  return {
    ...(state === 'referred' ? looks.over : looks.closed),
    state: say(`inquiry.state.${state}`),
    next: say(`inquiry.next.${state}-${reader === 'clb' ? 'clb' : 'other'}`),
  };
}

/** Who asked reads with whom it is, and until when an answer is expected. */
function sent(facts: InquiryCase, context: ViewContext): Strip {
  const { inquiry, provider } = facts;
  const { language, calendar, settings, now } = context;
  const say = texts(language);
  const next = nextStepOfInquiry(inquiry, calendar, settings);
  const by = byDay(next?.by ?? inquiry.since, context);
  if (inquiry.serviceId === null)
    return { ...looks.atDesk, state: say('inquiry.state.at-desk'), next: say('inquiry.next.desk', { by }) };
  const who = plain(provider?.name ?? '');
  if (isAtDesk(inquiry))
    return { ...looks.atDesk, state: say('inquiry.state.at-desk'), next: say('inquiry.next.phones', { who }) };
  if (isLeftInquiry(inquiry))
    return { ...looks.atDesk, state: say('inquiry.state.at-desk'), next: say('inquiry.next.left', { who }) };
  const isLate = inquiry.nextBy !== null && inquiry.nextBy < now;
  return {
    ...(isLate ? looks.waits : looks.sent),
    state: say(isLate ? 'inquiry.state.no-answer' : 'inquiry.state.sent'),
    next: say(isLate ? 'inquiry.next.reminded' : 'inquiry.next.sent', { who, by }),
  };
}

/** Who is to answer reads by when, or since when it is late. */
function toAnswer(facts: InquiryCase, reader: InquiryReader, context: ViewContext): Strip {
  const { inquiry, provider } = facts;
  const { language, now } = context;
  const say = texts(language);
  const by = inquiry.nextBy ?? inquiry.since;
  const isLate = by < now;
  const state = isLate
    ? say('case.card.late', { moment: moment(by, language, now) })
    : say('inquiry.state.answer-by', { by: byDay(by, context) });
  const look = isLate ? looks.late : reader === 'desk' ? looks.decide : looks.new;
  return { ...look, state, next: askOf(facts, reader, plain(provider?.name ?? ''), language) };
}

function askOf(
  { inquiry }: InquiryCase,
  reader: InquiryReader,
  who: string,
  language: ViewContext['language'],
): string {
  const say = texts(language);
  if (reader === 'provider') return say(inquiry.worded ? 'inquiry.next.read-first' : 'inquiry.next.press');
  if (inquiry.serviceId === null) return say('inquiry.next.desk-answers');
  return say(inquiry.reached ? 'inquiry.next.desk-left' : 'inquiry.next.desk-phones', { who });
}

/** What was answered, and what it leads to. */
function answer(facts: InquiryCase, context: ViewContext): Strip {
  const { inquiry } = facts;
  const { language } = context;
  const say = texts(language);
  const is = inquiry.answer ?? 'words';
  const who = askedOf(facts, language);
  return {
    ...answered[is],
    state: say(`inquiry.state.${is}`),
    next: say(`inquiry.next.${is}`, { who, by: byDay(inquiry.nextBy ?? inquiry.since, context) }),
  };
}

/** Who answered has nothing to do now. */
function given({ inquiry, answeredBy }: InquiryCase, { language, now }: ViewContext): Strip {
  const say = texts(language);
  const by = { who: plain(answeredBy?.name ?? ''), when: moment(inquiry.since, language, now) };
  return {
    ...looks.over,
    state: say('inquiry.state.given', { answer: say(`inquiry.words.answered.${inquiry.answer ?? 'words'}`) }),
    next: say('inquiry.next.given', by),
  };
}

/** The CLB needs it no more after its answer: what the answer was stays to be read. */
function settled({ inquiry }: InquiryCase, { language }: ViewContext): Strip {
  const say = texts(language);
  return {
    ...looks.closed,
    state: say('inquiry.state.settled', { answer: say(`inquiry.words.answered.${inquiry.answer ?? 'words'}`) }),
    next: say('inquiry.next.withdrawn-clb'),
  };
}
