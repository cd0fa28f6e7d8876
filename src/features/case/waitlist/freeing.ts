import { notedBy, providerSide, type Acted } from '../../../contracts/acting.js';
import type { ActionContext } from '../../../contracts/action.js';
import type { Actor } from '../../../contracts/actor.js';
import { livingPosts, tellProvider, tellReferrer } from '../../../contracts/notices.js';
import type { Outcome } from '../../../contracts/outcome.js';
import type { OutOfOrderReason } from '../../../domain/codes.js';
import { answer } from '../../../domain/case/referral.js';

/** Whether this very person told this place: a repeated press, which is answered with the present state. */
export const freedItAlready = ({ referral }: Pick<Acted, 'referral'>, actor: Actor): boolean =>
  referral.state === 'place-free' && referral.answeredBy === actor.person.id;

/**
 * Plaats vrij (R11): the provider calls back; the referrer confirms whether it is still needed. Can be taken back for 15
 * minutes. `reason` says why another than the first in order. Null when the state or the actor does not allow it.
 */
export function freePlaceFor(
  { referral }: Pick<Acted, 'referral'>,
  reason: OutOfOrderReason | null,
  context: ActionContext,
): Outcome | null {
  const side = providerSide(referral, context.actor);
  if (side === null) return null;
  const by = { now: context.now, person: context.actor.person.id, group: context.newId<string>() };
  const done = answer(referral, 'free-place', side, by);
  if ('refused' in done) return null;
  const next = done.referral;
  const told = { ...(reason === null ? {} : { reason }), ...notedBy(side) };
  return {
    changes: [{ put: 'referral', row: next }],
    happened: [{ referralId: next.id, name: 'place-freed', data: told }],
    notices: [
      tellReferrer(next, 'place-freed', notedBy(side)),
      ...(side === 'desk' ? tellProvider(next, 'noted', { state: next.state }) : []),
    ],
    refresh: livingPosts(next),
  };
}
