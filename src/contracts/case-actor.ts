import { actsFor, isOf, type Actor } from './actor.js';
import type { CaseActor } from '../domain/case/policy.js';
import type { Referral, Side } from '../domain/case/referral.js';

/** Who somebody is for a referral: of its CLB, of its provider, of the desk; and whether it is his or her own. */
export function caseActor(
  actor: Actor | null,
  referral: Pick<Referral, 'clbId' | 'providerId' | 'referrerId'>,
): CaseActor {
  if (actor === null) return { sides: [], isAuthor: false };
  const sides: Side[] = [];
  if (isOf(actor, referral.clbId)) sides.push('clb');
  if (isOf(actor, referral.providerId)) sides.push('provider');
  if (actsFor(actor, 'desk') !== null) sides.push('desk');
  return { sides, isAuthor: actor.person.id === referral.referrerId };
}
