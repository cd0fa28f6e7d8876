import { linesDoor, type LinesBecause, type LinesDoor } from '../../../contracts/lines-door.js';
import type { CarePhase } from '../../../domain/helpline/kinds.js';
import { readRegion, readWho, type IntakeStop } from '../../../domain/intake/index.js';
import type { Draft, Typed } from '../../../domain/draft.js';
import { municipalityOfNis, type Region } from '../../../lib/region/index.js';
import type { Organisation } from '../../../domain/organisation.js';

/** The age of the one pupil it is about; null for a group, or as long as it is not known. */
export function ageOf(typed: Typed, today: string): number | null {
  const who = readWho(typed, today);
  return who.ok && who.value.kind === 'pupil' ? who.value.age : null;
}

/** The region as far as it is known: the one that was found, otherwise that of the CLB; null outside the province. */
export function regionOf(typed: Typed, clb: Pick<Organisation, 'municipality'> | null): Region | null {
  const found = readRegion(typed);
  if (found.ok) return found.value.region === 'outside' ? null : found.value.region;
  return municipalityOfNis(clb?.municipality ?? '')?.region ?? null;
}

/** The button to the help lines that fit this draft. */
export const linesForDraft = (
  { id, typed }: Pick<Draft, 'id' | 'typed'>,
  clb: Organisation | null,
  today: string,
  phase: CarePhase | null,
  because: LinesBecause | null,
): LinesDoor =>
  linesDoor({ phase, region: regionOf(typed, clb), age: ageOf(typed, today), because, from: { draftId: id } });

/**
 * The phase whose lines help first when the intake stops (R2): before extended care those of the school's own care,
 * otherwise those of extended care. Null for danger: there other numbers count (R20).
 */
export function phaseOfStop(stop: IntakeStop, typed: Typed): CarePhase | null {
  if (stop === 'danger') return null;
  const begun = typed['carePhase'] !== 'broad-basic-care';
  return stop === 'care-not-gone-through' && !begun ? 'basic-and-increased' : 'extended';
}
