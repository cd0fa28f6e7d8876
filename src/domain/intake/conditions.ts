import { carePhases, requestSources, targets, type CarePhase, type RequestSource, type Target } from '../codes.js';
import type { Typed } from '../draft.js';
import { oneOf, parsed, type Parsed } from './parsed.js';

export const schoolAgreements = ['yes', 'no', 'no-school'] as const;

export interface Conditions {
  readonly source: RequestSource;
  readonly target: Target;
  readonly carePhase: CarePhase;
  /** False: there is no school to agree with, because the pupil is not enrolled (R6). */
  readonly agreedWithSchool: boolean;
}

/** What stops an intake: the field is filled in, but something else has to happen first (R2, R20). */
export const intakeStops = ['danger', 'care-not-gone-through', 'indication-not-done', 'not-agreed'] as const;
export type IntakeStop = (typeof intakeStops)[number];

const yesNo = ['yes', 'no'] as const;

function dangerError(typed: Typed): string | null {
  const danger = oneOf(typed, 'danger', yesNo);
  if (danger === null) return 'danger-missing';
  return danger === 'no' ? null : 'danger';
}

function careError(typed: Typed): string | null {
  const phase = oneOf(typed, 'carePhase', carePhases);
  if (phase === null) return 'care-missing';
  return phase === 'extended-care' ? null : 'care-not-gone-through';
}

function indicationError(typed: Typed): string | null {
  const done = oneOf(typed, 'indication', yesNo);
  if (done === null) return 'indication-missing';
  return done === 'yes' ? null : 'indication-not-done';
}

function agreementError(typed: Typed, target: Target): string | null {
  const agreed = oneOf(typed, 'agreedWithSchool', schoolAgreements);
  if (agreed === null) return 'agreed-missing';
  if (agreed === 'no') return 'not-agreed';
  return agreed === 'no-school' && target !== 'pupil' ? 'school-needed' : null;
}

/**
 * Step 1, may this be referred: no danger (R20), where the question comes from (R5), for whom (R3), care continuum,
 * indication and agreement of the school (R2). Nothing that has to be confirmed is taken for granted.
 */
export function readConditions(typed: Typed): Parsed<Conditions> {
  const target = oneOf(typed, 'target', targets) ?? 'pupil';
  const errors = {
    danger: dangerError(typed),
    carePhase: careError(typed),
    indication: indicationError(typed),
    agreedWithSchool: agreementError(typed, target),
  };
  return parsed(errors, () => ({
    source: oneOf(typed, 'source', requestSources) ?? 'clb',
    target,
    carePhase: 'extended-care',
    agreedWithSchool: typed['agreedWithSchool'] === 'yes',
  }));
}

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
