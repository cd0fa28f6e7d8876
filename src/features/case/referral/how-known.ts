import type { ReferralId } from '../../../domain/ids.js';
import type { Language } from '../../../domain/language.js';
import type { Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { Worklist } from './worklist.js';

/** By what the reader knows the cases of his or her own list. */
export interface Knowing extends Pick<Worklist, 'hints'> {
  /** The pupils' names, where they were asked for. */
  readonly names?: ReadonlyMap<ReferralId, string>;
}

export interface Known {
  readonly title: string;
  /** Whether it tells who is meant; otherwise number and age do. */
  readonly tells: boolean;
}

/** How the reader knows a case: by name when that was asked, else by the CLB's own hint. Null where others may read along. */
export function howKnown({ id, trailId }: Referral, { hints, names }: Knowing, language: Language): Known | null {
  const told = names?.get(id) ?? hints?.get(trailId);
  if (told !== undefined) return { title: plain(told), tells: true };
  return hints === null ? null : { title: texts(language)('referral.my-referrals.no-hint'), tells: false };
}
