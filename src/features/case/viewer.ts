import type { Actor } from '../../contracts/actor.js';
import type { ViewContext } from '../../contracts/context.js';
import type { Act, CaseActor } from '../../domain/case/policy.js';
import { allowedActs, can } from '../../domain/case/policy.js';
import type { Referral, Side } from '../../domain/case/referral.js';
import { caseActor } from './case-actor.js';

/** For whom a card is drawn: who looks, or on a stored card, which everybody sees, the side in whose place it stands. */
const viewerOf = ({ actor }: Pick<ViewContext, 'actor'>, referral: Referral, side: Side): CaseActor =>
  actor === null ? { sides: [side], isAuthor: side === 'clb' } : caseActor(actor, referral);

/** What the buttons of a card may be. */
export const actsOnCard = (
  context: Pick<ViewContext, 'actor' | 'now'>,
  referral: Referral,
  side: Side,
): ReadonlySet<Act> => allowedActs(viewerOf(context, referral, side), referral, context.now);

/** Whether somebody may see this of a referral: its post, its offer, the desk's card, what happened to it, who read it. */
export const mayBeSeen = (actor: Actor, what: Extract<Act, `see-${string}`>, referral: Referral): boolean =>
  'side' in can(caseActor(actor, referral), what, referral, referral.since);
