import type { Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft, Identity, Typed } from '../../../domain/draft.js';
import { remembered } from '../../../domain/intake/index.js';
import type { Referral } from '../../../domain/case/referral.js';

/** A live referral of the same pupil by the same CLB; one of the same trail is no duplicate but the same path. */
export async function liveBeside(read: Read, draft: Draft, identity: Identity | null): Promise<Referral | null> {
  if (identity === null) return null;
  const live = await read.liveReferralOf(draft.clbId, identity);
  return live === null || live.trailId === draft.trailId ? null : live;
}

/** The card that asks "volg die" or "toch nieuw"; null when there is nothing to ask, or it was answered before. */
export const referralToFollow = (draft: Draft, typed: Typed, live: Referral | null): Reply | null =>
  live === null || typed[remembered.newAnyway] === live.id
    ? null
    : { show: 'duplicate-found', with: { draftId: draft.id, referralId: live.id } };
