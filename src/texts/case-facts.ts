import { intakeSteps, type IntakeStep, type Typed } from '../domain/draft.js';
import { askedIn, formOf, questionOf, readRegion, type QuestionId } from '../domain/intake/index.js';
import type { Language } from '../domain/language.js';
import type { LocalDate } from '../domain/local-date.js';
import { factOf, type CaseFact } from './answer-words.js';
import { textAt } from './index.js';

/** The answers of one step. */
export interface CasePart {
  readonly step: IntakeStep;
  readonly facts: readonly CaseFact[];
}

/** The region as it follows from the localities, or as it was chosen. */
function regionFact(typed: Typed, language: Language): CaseFact {
  const read = readRegion(typed);
  const region = read.ok ? read.value.region : null;
  return {
    title: textAt(language, 'intake.facts.region') ?? '',
    value: region === null ? null : (textAt(language, `common.common.region.${region}`) ?? region),
  };
}

/**
 * What was typed in an intake, step by step, in words; of a draft or of a case file. Personal: only ever shown to one
 * person. The choice of provider is told by who knows what is on offer.
 */
export function caseParts(typed: Typed, language: Language, today: LocalDate): CasePart[] {
  return intakeSteps.map((step) => {
    const facts = askedIn(formOf(step, typed), typed)
      .filter((id) => questionOf(id).silent === undefined && questionOf(id).because === undefined)
      .map((id) => factOf(id, typed, language, today));
    return { step, facts: step === 'describe-pupil' ? [...facts, regionFact(typed, language)] : facts };
  });
}

/** It is answered as nearly always: a line that tells most leaves it out. */
function isUsual(id: QuestionId, typed: Typed): boolean {
  const { usual } = questionOf(id);
  return usual !== undefined && (typed[id] ?? usual) === usual;
}

/** A part in one line, by what tells most of it: "Noor Voorbeeld · 9 mrt. 2012 (14 jaar) · BSO · Atheneum Voorbeeld". */
export const briefLine = (step: IntakeStep, typed: Typed, language: Language, today: LocalDate): string =>
  askedIn(formOf(step, typed), typed)
    .filter((id) => questionOf(id).brief !== undefined && !isUsual(id, typed))
    .map((id) => {
      const { title, value } = factOf(id, typed, language, today);
      return value !== null && questionOf(id).brief === 'named' ? `${title.toLowerCase()}: ${value}` : value;
    })
    .filter((value) => value !== null)
    .join(' · ');
