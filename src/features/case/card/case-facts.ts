import type { ViewContext } from '../../../contracts/context.js';
import type { Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { codeWord, codeWords, questionLine, regionLine } from '../../../texts/referral-words.js';
import type { Fact } from './case-card.js';

/** At most four facts about what is asked: question, wanted form, how it stands at school, region. Nothing personal. */
export function caseFacts(referral: Referral, { language }: Pick<ViewContext, 'language'>): Fact[] {
  const t = texts(language);
  const lines: readonly (readonly [string, string])[] = [
    [t('case.facts.question'), questionLine(referral, language)],
    [t('case.facts.form'), codeWords(language, 'wanted-form', referral.wantedForms)],
    [t('case.facts.school'), schoolLine(referral, language)],
    [t('case.facts.region'), regionLine(referral, language)],
  ];
  return lines.flatMap(([title, value]) => (value === '' ? [] : [{ title, value }]));
}

/** `niet ingeschreven, problematisch afwezig`: that a pupil has no school is always told (R6). */
function schoolLine({ target, enrolment, presence }: Referral, language: ViewContext['language']): string {
  if (target !== 'pupil') return '';
  const words = [
    ...(enrolment === null ? [] : [codeWord(language, 'enrolment', enrolment)]),
    ...(presence === null ? [] : [codeWord(language, 'presence', presence)]),
  ];
  return words.join(', ');
}
