import { notedBy } from '../../../contracts/acting.js';
import { offerPost } from '../../../contracts/jobs.js';
import { livingPosts, postsBehind, tellProvider, tellReferrer, waitlistNotice } from '../../../contracts/notices.js';
import type { Notice, Outcome } from '../../../contracts/outcome.js';
import type { Side } from '../../../domain/case/states.js';
import { step, type Referral } from '../../../domain/case/referral.js';

interface Keeping {
  readonly referral: Referral;
  /** Who waits at the service now. */
  readonly waiting: readonly Referral[];
  readonly side: Extract<Side, 'clb' | 'desk'>;
  readonly now: Date;
}

/**
 * Puts a proposed or full referral on the waiting list (R11); null when the state does not allow it. One that was full
 * before it was delivered is put before the provider now, because from now on it stands on its list.
 */
export function keepOnList({ referral, waiting, side, now }: Keeping): Outcome | null {
  const done = step(referral, 'keep', side, referral.deliveredAt === null ? { deliveredAt: now } : {});
  if ('refused' in done) return null;
  const next = done.referral;
  return {
    changes: [{ put: 'referral', row: next }],
    happened: [{ referralId: next.id, name: 'kept', data: notedBy(side) }],
    notices: [...toProvider(referral, next), ...waitlistNotice(next), ...toReferrer(next, side)],
    refresh: [...livingPosts(next), ...postsBehind(waiting, next)],
  };
}

function toProvider(before: Referral, next: Referral): Notice[] {
  if (before.deliveredAt !== null) return tellProvider(next, 'kept');
  if (next.serviceId === null || next.providerId === null) return [];
  return [
    {
      key: offerPost(next.id, next.serviceId),
      view: 'referral-offer',
      params: { referralId: next.id },
      to: { organisation: next.providerId },
    },
  ];
}

/** The referrer hears in the thread what the desk did in his or her name; the CLB's own presses show on the post. */
const toReferrer = (referral: Referral, side: Side): Notice[] =>
  side === 'desk' ? [tellReferrer(referral, 'kept', notedBy(side))] : [];
