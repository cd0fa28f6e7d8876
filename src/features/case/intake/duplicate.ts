import type { Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft, Identity, Typed } from '../../../domain/draft.js';
import { remembered } from '../../../domain/intake/index.js';
import type { SamePupil } from '../../../domain/case/same-pupil.js';
import { caseViews } from '../case-views.js';

/**
 * Live referrals by the same CLB of the same pupil, or of one who looks like it, the furthest first; one of the same trail is
 * no duplicate but the same path.
 */
export async function liveBeside(read: Read, draft: Draft, identity: Identity | null): Promise<readonly SamePupil[]> {
  if (identity === null) return [];
  const live = await read.liveReferralsLike(draft.clbId, identity);
  return live.filter(({ referral }) => referral.trailId !== draft.trailId);
}

/** Ids of referrals as a button and a draft hold them. */
export const joinedIds = (ids: readonly string[]): string => ids.join(',');
export const separateIds = (joined: string | undefined): readonly string[] =>
  (joined ?? '').split(',').filter((id) => id !== '');

/** The card that asks "die volgen" or "toch een nieuwe"; null when there is nothing to ask, or all of it was answered before. */
export function askToFollow(draft: Draft, typed: Typed, live: readonly SamePupil[]): Reply | null {
  const answered = separateIds(typed[remembered.newAnyway]);
  return live.every(({ referral }) => answered.includes(referral.id))
    ? null
    : caseViews.duplicate.shown({ draftId: draft.id });
}
