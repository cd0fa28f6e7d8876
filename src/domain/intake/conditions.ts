import type { CarePhase, RequestSource, Target } from '../codes.js';
import type { Typed } from '../draft.js';
import { answerTo, anyDay, faultsAmong } from './answer.js';
import { parsed, type Parsed } from './parsed.js';
import type { QuestionId } from './questions.js';

export interface Conditions {
  readonly source: RequestSource;
  readonly target: Target;
  readonly carePhase: CarePhase;
  /** False: there is no school to agree with, because the pupil is not enrolled (R6). */
  readonly agreedWithSchool: boolean;
}

/** What stops an intake: the question is answered, but something else has to happen first (R2, R20). */
export const intakeStops = ['danger', 'care-not-gone-through', 'indication-not-done', 'not-agreed'] as const;
export type IntakeStop = (typeof intakeStops)[number];

const conditions = [
  'danger',
  'source',
  'target',
  'gate',
  'carePhase',
  'indication',
  'agreedWithSchool',
] as const satisfies QuestionId[];

/**
 * May this be referred: no danger (R20), where the question comes from (R5), for whom (R3), care continuum, indication
 * and agreement of the school (R2): confirmed in one statement, or point by point. Nothing of it is taken for granted.
 */
export const readConditions = (typed: Typed): Parsed<Conditions> =>
  parsed(faultsAmong(conditions, typed, anyDay), () => ({
    source: answerTo('source', typed),
    target: answerTo('target', typed),
    carePhase: 'extended-care',
    agreedWithSchool:
      answerTo('agreedWithSchool', typed) !== 'no-school' && answerTo('enrolment', typed) === 'enrolled',
  }));

/**
 * What has to happen first, as the worker said. Danger comes before everything (R20); what was only not confirmed yet is
 * no stop.
 */
export function intakeStopsOf(typed: Typed): IntakeStop[] {
  const read = readConditions(typed);
  if (read.ok) return [];
  if (read.errors['danger'] === 'danger') return ['danger'];
  const codes = Object.values(read.errors);
  return intakeStops.filter((stop) => codes.includes(stop));
}
