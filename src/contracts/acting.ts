import type { ReferralId } from '../domain/ids.js';
import type { Person } from '../domain/organisation.js';
import type { Side } from '../domain/referral-states.js';
import type { Referral } from '../domain/referral.js';
import { actsFor, isOf, type Actor } from './actor.js';
import type { Told } from './notices.js';
import type { Refusal } from './outcome.js';
import type { HistoryEvent, Read } from './read.js';

/** A referral on which somebody acts, with what happened to it and who did the last thing. */
export interface Acted {
  readonly referral: Referral;
  /** Oldest first. */
  readonly history: readonly HistoryEvent[];
  readonly lastBy: Person | null;
}

/** Loads a referral to act on; refuses with `not-found`. */
export async function loadActed(read: Read, id: ReferralId): Promise<Acted | Refusal> {
  const referral = await read.referral(id);
  if (referral === null) return { refused: 'not-found' };
  const history = await read.history(id);
  const personId = history.at(-1)?.personId ?? null;
  return { referral, history, lastBy: personId === null ? null : await read.person(personId) };
}

/** The side on which the actor acts for the referrer: its CLB, or the desk in its name; null for anybody else. */
export function referrerSide(referral: Pick<Referral, 'clbId'>, actor: Actor): Extract<Side, 'clb' | 'desk'> | null {
  if (isOf(actor, referral.clbId)) return 'clb';
  return actsFor(actor, 'desk') === null ? null : 'desk';
}

/** The side on which the actor acts for the provider: itself once it was delivered (R4), or the desk in its name. */
export function providerSide(
  referral: Pick<Referral, 'providerId' | 'deliveredAt'>,
  actor: Actor,
): Extract<Side, 'provider' | 'desk'> | null {
  if (isOf(actor, referral.providerId) && referral.deliveredAt !== null) return 'provider';
  return actsFor(actor, 'desk') === null ? null : 'desk';
}

/** Recorded and told when the desk did it in somebody's name. */
export const notedBy = (side: Side): Told => (side === 'desk' ? { by: 'desk' } : {});
