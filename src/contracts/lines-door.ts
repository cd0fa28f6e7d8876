import type { AgeBand } from '../domain/age.js';
import type { CarePhase } from '../domain/helpline/kinds.js';
import type { DraftId, ReferralId } from '../domain/ids.js';
import { regions, type Region } from '../lib/region/regions.js';
import { builtInVerbs } from './jobs.js';
import { caseCards } from '../domain/case/cards.js';
import { referenceTo, type ViewSlug } from '../domain/reference-to.js';

/** For whom help lines are looked for: what is known of it, in the case where the button stands. */
export interface LinesWanted {
  /** The phase to look in first (R2); null: all. */
  readonly phase: CarePhase | null;
  /** A region of the province; anything else (outside) is no filter. */
  readonly region: string | null;
  /** In whole years; null: not known or not one pupil. */
  readonly age: number | null;
  readonly because?: LinesBecause | null;
  /** Where the button stands: the list has a way back to it. */
  readonly from: LinesFrom;
}

/** A draft (its present step), a referral's post, or the desk's card of a referral. */
export type LinesFrom = { readonly draftId: DraftId } | { readonly referralId: ReferralId; readonly why?: string };

/** Why somebody is shown the way to the help lines; each has its sentence on top of the list. */
export const linesBecause = ['stopped', 'refused', 'outside', 'under-12', 'full'] as const;
export type LinesBecause = (typeof linesBecause)[number];

/** The data of a button that opens the help lines that fit (view `line-list`); values are texts, as in every button. */
export interface LinesDoor {
  readonly verb: typeof builtInVerbs.show;
  readonly view: ViewSlug;
  readonly phase: CarePhase | null;
  readonly region: Region | null;
  readonly age: string | null;
  readonly because: LinesBecause | null;
  /** As {@link wayBack} reads it. */
  readonly from: string;
}

/** The list of help lines that fit, in whichever feature it lives. */
export const linesList = referenceTo<Omit<LinesDoor, 'verb' | 'view'>>('line-list');

/** Makes the button's data; nothing personal: an age that stands for the band, when only the band is known. */
export const linesDoor = ({ phase, region, age, because = null, from }: LinesWanted): LinesDoor => ({
  verb: builtInVerbs.show,
  view: linesList.slug,
  phase,
  region: regions.find((one) => one === region) ?? null,
  age: age === null ? null : String(age),
  because,
  from: 'draftId' in from ? `draft/${from.draftId}` : ['referral', from.referralId, from.why].filter(Boolean).join('/'),
});

/** The data of a button that leads back to where the list was opened. */
export interface WayBack {
  readonly verb: string;
  readonly view: ViewSlug | null;
  readonly draftId: string | null;
  readonly referralId: string | null;
  readonly why: string | null;
}

/** Reads `from` of a {@link LinesDoor}; null when it leads nowhere. */
export function wayBack(from: string | undefined): WayBack | null {
  const [kind, id = null, why = null] = from?.split('/') ?? [];
  if (kind === 'draft') return { verb: 'continue-draft', view: null, draftId: id, referralId: null, why: null };
  if (kind !== 'referral') return null;
  const { slug: view } = why === null ? caseCards.post : caseCards.beforeDesk;
  return { verb: builtInVerbs.show, view, draftId: null, referralId: id, why };
}

const ageInBand: Readonly<Record<AgeBand, number>> = {
  'under-12': 10,
  '12-13': 12,
  '14-15': 14,
  '16-17': 16,
  '18-plus': 18,
};

/** An age that stands for a band; null for what is no band. */
export const ageOfBand = (band: string | null): number | null => ageInBand[band as AgeBand] ?? null;
