import { intakeSteps, type IntakeStep, type Typed } from '../draft.js';
import type { LocalDate } from '../local-date.js';
import type { AskedFacts } from '../case/referral.js';
import { readConditions, type Conditions } from './conditions.js';
import { consentBlockersOf, readConsent, type ConsentAnswer } from './consent.js';
import { faultsIn } from './answer.js';
import { formOf, typedIn, type IntakeForm } from './forms.js';
import { parsed, type Parsed } from './parsed.js';
import { readRegion, regionFault, type RegionAnswer } from './region.js';
import { readQuestion, type QuestionAnswer } from './question-answer.js';
import { readWho, type GroupAnswer, type PupilAnswer } from './who.js';

/** A whole intake but the provider, understood. */
export interface Answers {
  readonly conditions: Conditions;
  readonly who: PupilAnswer | GroupAnswer;
  readonly region: RegionAnswer;
  readonly question: QuestionAnswer;
  readonly consent: ConsentAnswer;
}

/** What a form says of what was typed. Whether the chosen service can be had is judged with the services: `readProvider`. */
export function readForm(form: IntakeForm, typed: Typed, today: LocalDate): Parsed<null> {
  const own = typedIn(form, typed);
  const isFirst = form === 'describe-pupil' || form === 'describe-group';
  return parsed({ ...faultsIn(form, own, today), ...(isFirst ? { region: regionFault(own) } : {}) }, () => null);
}

/** The steps that are not done yet, in order. */
export const stepsLeft = (typed: Typed, today: LocalDate): IntakeStep[] =>
  intakeSteps.filter((step) => !readForm(formOf(step, typed), typed, today).ok);

/** How far an intake is: something is still to be filled in, consent is still missing, or all is there. */
export type Readiness = 'left' | 'consent' | 'complete';

export function readinessOf(typed: Typed, today: LocalDate): Readiness {
  if (stepsLeft(typed, today).length > 0) return 'left';
  const consent = readConsent(typed);
  return consent.ok && consentBlockersOf(consent.value).length === 0 ? 'complete' : 'consent';
}

/** The whole intake, or null as long as one of its parts is not done. */
export function readAnswers(typed: Typed, today: LocalDate): Answers | null {
  if (stepsLeft(typed, today).length > 0) return null;
  const [conditions, who] = [readConditions(typed), readWho(typed, today)];
  const [region, question, consent] = [readRegion(typed), readQuestion(typed), readConsent(typed)];
  if (!conditions.ok || !who.ok || !region.ok || !question.ok || !consent.ok) return null;
  return {
    conditions: conditions.value,
    who: who.value,
    region: region.value,
    question: question.value,
    consent: consent.value,
  };
}

/** What of an intake may stand in a channel: codes, age band and region, nothing by which the pupil is known. */
export const askedFacts = ({ conditions, who, region, question }: Answers): AskedFacts => ({
  target: conditions.target,
  ageBand: who.kind === 'pupil' ? who.ageBand : null,
  schoolForm: who.kind === 'pupil' ? who.schoolForm : null,
  enrolment: who.kind === 'pupil' ? who.enrolment : 'enrolled',
  groupSize: who.kind === 'group' ? who.groupSize : null,
  region: region.region,
  regionBecause: [...region.because],
  alsoRegions: [...region.also],
  source: conditions.source,
  ...question,
});
