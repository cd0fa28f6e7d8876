import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Present } from '../act-on-case.js';
import type { Reader } from './strip.js';

/** The card from which somebody looks at a case, and as whom. */
export interface WayBack {
  readonly backTo: string;
  readonly reader: Reader;
  /** Says that it was pressed before the desk. */
  readonly why: string | null;
}

const asProvider: WayBack = { backTo: 'referral-offer', reader: 'provider', why: null };

/** The card from which each side opened something of a case. */
export function wayBack(referral: Referral, actor: Actor | null, why: string | null): WayBack {
  if (actor === null) return asProvider;
  const isDesk = actsFor(actor, 'desk') !== null;
  if (isDesk && why !== null) return { backTo: 'desk-referral', reader: 'desk', why };
  if (isOf(actor, referral.clbId)) return { backTo: 'referral-post', reader: 'clb', why: null };
  return isOf(actor, referral.providerId) || !isDesk
    ? asProvider
    : { backTo: 'desk-referral', reader: 'desk', why: 'desk' };
}

/** That card, as the answer to a press. */
export const presentAt = ({ backTo }: WayBack, { id }: Pick<Referral, 'id'>): Present => ({
  show: backTo,
  with: { referralId: id },
});
