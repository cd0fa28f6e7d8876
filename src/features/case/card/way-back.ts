import type { ViewContext } from '../../../contracts/context.js';
import { texts } from '../../../texts/index.js';
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

/** The way from a card of something that hangs on a case to the case itself, at the right of its strip. */
export interface WayToCase {
  readonly title: string;
  readonly word: string;
  readonly view: ViewSlug;
  readonly referralId: Referral['id'];
  readonly why: string | null;
}

/** Only where somebody pressed: what stands in a thread has its case above it. */
export function wayToCase(
  { id, reference }: Pick<Referral, 'id' | 'reference'>,
  side: Reader,
  { actor, language }: Pick<ViewContext, 'actor' | 'language'>,
): WayToCase | null {
  if (actor === null) return null;
  const view = { clb: caseCards.post, provider: caseCards.offer, desk: caseCards.beforeDesk }[side].slug;
  const say = texts(language);
  const title = say('case.card.to-case', { reference });
  return { title, word: say('case.card.to-case-word'), view, referralId: id, why: side === 'desk' ? 'desk' : null };
}
