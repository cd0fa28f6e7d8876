import type { ActionContext, ViewContext } from '../../../contracts/action.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import type { Language } from '../../../domain/language.js';
import type { Inquiry } from '../../../domain/inquiry/inquiry.js';
import { day, moment } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom, codeWord, codeWords } from '../../../texts/referral-words.js';
import type { Fact } from '../card/case-card.js';
import { isClosedFor, onCard, type ActingOn } from './act-on-inquiry.js';

/** `14–15 jaar · BSO · Vlaams-Brabant Oost`: about whom, without who it is. */
export const inquiryLine = (inquiry: Inquiry, language: Language): string =>
  [
    aboutWhom({ ...inquiry, target: 'pupil', groupSize: null }, language),
    textAt(language, `common.common.region.${inquiry.region}`) ?? inquiry.region,
  ].join(' · ');

/** The same for this reader; once its part is over only when it was asked. */
export const readableLine = (facts: ActingOn, { language, now }: Pick<ViewContext, 'language' | 'now'>): string =>
  isClosedFor(facts)
    ? texts(language)('inquiry.words.asked-at', { moment: moment(facts.inquiry.askedAt, language, now) })
    : inquiryLine(facts.inquiry, language);

/** Of whom it is asked: the service, or the desk. */
export const askedOf = ({ service }: Pick<InquiryCase, 'service'>, language: Language): string =>
  service === null ? texts(language)('inquiry.words.desk') : plain(service.name);

/** What it is about, in codes; and why it does not fit. */
export function inquiryFacts({ inquiry }: Pick<InquiryCase, 'inquiry'>, language: Language): Fact[] {
  const say = texts(language);
  const { problemDomains, wantedForms, reason } = inquiry;
  return [
    { title: say('inquiry.words.domain'), value: codeWords(language, 'problem-domain', problemDomains) },
    ...(wantedForms.length === 0
      ? []
      : [{ title: say('inquiry.words.form'), value: codeWords(language, 'wanted-form', wantedForms) }]),
    ...(reason === null
      ? []
      : [{ title: say('inquiry.words.reason'), value: codeWord(language, 'inquiry-misfit', reason) }]),
  ];
}

/** Until which day somebody is expected to act. */
export const byDay = (
  at: Date,
  { calendar, language, now }: Pick<ViewContext, 'calendar' | 'language' | 'now'>,
): string => day(calendar.dayOf(at), language, calendar.dayOf(now));

/** What stands on top of every form of a question, and what its buttons carry. */
export const headOf = (facts: ActingOn, { actor, now }: Pick<ActionContext, 'actor' | 'now'>) => ({
  ...onCard(facts),
  line: readableLine(facts, { language: actor.language, now }),
});
