import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import type { DraftId, ReferralId } from '../../../domain/ids.js';
import { discarded } from './discard-draft.js';
import { draftId, referralId } from './draft-subject.js';
import { expireKey, tidyKey } from './keep-draft.js';
import { loadDraft, mayOpen, standingOf, type LoadedDraft } from './load-draft.js';
import { caseCards } from '../../../domain/case/cards.js';

interface Subject {
  readonly draftId: DraftId;
  readonly referralId: ReferralId;
}

interface Loaded extends LoadedDraft {
  readonly live: ReferralId;
}

/**
 * "Volg die": the pupil is referred already, so the intake that was begun is thrown away and that referral is shown.
 * One that was sent before and called back is a referral of its own: it stays.
 */
export const followReferral = action({
  slug: 'follow-referral',
  subject: z.object({ draftId, referralId }),
  fields: z.object({}),
  async load(read, subject: Subject): Promise<Loaded | Refusal> {
    const loaded = await loadDraft(read, subject);
    if (isRefusal(loaded)) return loaded;
    const live = await read.referral(subject.referralId);
    return live === null || live.clbId !== loaded.draft.clbId ? { refused: 'not-found' } : { ...loaded, live: live.id };
  },
  may: mayOpen,
  decide(loaded, _fields, context) {
    const { draft, live } = loaded;
    const post = caseCards.post.shown({ referralId: live });
    if (standingOf(loaded) !== 'open' || draft.referralId !== null) return { reply: post };
    return {
      changes: discarded(draft, context.now),
      settled: [tidyKey(draft.id), expireKey(draft.id)],
      reply: { ...post, note: { key: 'draft-discarded' } },
    };
  },
});
