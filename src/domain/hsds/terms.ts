import type { CarePhase, HelpLineKind } from '../helpline/kinds.js';
import type { Region } from '../../lib/region/regions.js';

export interface Term {
  readonly name: string;
  readonly about: string;
}

/** The words that go into an export; they come from the texts, which the domain does not read. */
export interface HsdsTerms {
  readonly taxonomy: Term;
  readonly phases: Readonly<Record<CarePhase, Term>>;
  readonly kinds: Readonly<Record<HelpLineKind, Term>>;
  /** Other names under which a kind may come in (other languages). */
  readonly otherNames: Readonly<Record<HelpLineKind, readonly string[]>>;
  readonly regions: Readonly<Record<Region, string>>;
  /** `{code}` in its own language: 'nl' is 'Nederlands'. */
  languageName(code: string): string;
  /** Who updated something when no team is known. */
  readonly desk: string;
}
