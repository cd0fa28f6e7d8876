import type { CarePhase, RequestSource, Target } from '../codes.js';
import type { Typed } from '../draft.js';
import { answerTo, anyDay, faultsIn } from './answer.js';
import { parsed, type Parsed } from './parsed.js';

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

/**
 * Step 1, may this be referred: no danger (R20), where the question comes from (R5), for whom (R3), care continuum,
 * indication and agreement of the school (R2). Nothing that has to be confirmed is taken for granted.
 */
export const readConditions = (typed: Typed): Parsed<Conditions> =>
  parsed(faultsIn('check-conditions', typed, anyDay), () => ({
    source: answerTo('source', typed),
    target: answerTo('target', typed),
    carePhase: 'extended-care',
    agreedWithSchool: answerTo('agreedWithSchool', typed) === 'yes',
  }));

/**
 * What has to happen first, when that is all that stands in the way. Danger comes before everything (R20); a form that
 * is not filled in yet is no stop.
 */
export function intakeStopsOf(typed: Typed): IntakeStop[] {
  const read = readConditions(typed);
  if (read.ok) return [];
  if (read.errors['danger'] === 'danger') return ['danger'];
  const codes = Object.values(read.errors);
  const stops = intakeStops.filter((stop) => codes.includes(stop));
  return stops.length === codes.length ? stops : [];
}
