import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Present } from '../act-on-case.js';
import type { Reader } from './strip.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { ViewSlug } from '../../../domain/reference-to.js';

/** The card from which somebody looks at a case, and as whom. */
export interface WayBack {
  readonly backTo: ViewSlug;
  readonly reader: Reader;
  /** Says that it was pressed before the desk. */
  readonly why: string | null;
}

const asProvider: WayBack = { backTo: caseCards.offer.slug, reader: 'provider', why: null };

/** The card from which each side opened something of a case. */
export function wayBack(referral: Referral, actor: Actor | null, why: string | null): WayBack {
  if (actor === null) return asProvider;
  const isDesk = actsFor(actor, 'desk') !== null;
  if (isDesk && why !== null) return { backTo: caseCards.beforeDesk.slug, reader: 'desk', why };
  if (isOf(actor, referral.clbId)) return { backTo: caseCards.post.slug, reader: 'clb', why: null };
  return isOf(actor, referral.providerId) || !isDesk
    ? asProvider
    : { backTo: caseCards.beforeDesk.slug, reader: 'desk', why: 'desk' };
}

/** That card, as the answer to a press. */
export const presentAt = ({ backTo }: WayBack, { id }: Pick<Referral, 'id'>): Present => ({
  show: backTo,
  with: { referralId: id },
});
