import { actsFor, type Actor } from '../../contracts/actor.js';
import type { CaseActor } from '../../domain/case/policy.js';
import type { Referral, Side } from '../../domain/case/referral.js';

export { caseActor } from '../../contracts/case-actor.js';

/** The program by itself. */
export const theClock: CaseActor = { sides: ['clock'], isAuthor: false };

/** The organisation in whose name somebody acts: the one that gives the side. */
export const organisationFor = (actor: Actor, referral: Pick<Referral, 'clbId' | 'providerId'>, side: Side) =>
  side === 'clb' ? referral.clbId : side === 'provider' ? referral.providerId : (actsFor(actor, 'desk')?.id ?? null);
