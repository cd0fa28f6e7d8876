import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { livingPosts } from '../../../contracts/notices.js';
import { isRefusal } from '../../../contracts/outcome.js';
import type { ReferralId } from '../../../domain/ids.js';
import { step } from '../../../domain/case/referral.js';
import { referralId } from './draft-subject.js';
import { keep } from './keep-draft.js';
import { loadDraft, mayOpen } from './load-draft.js';
import { deliverKey } from './registration.js';

/** "Wijzigen" until delivery (R4): the referral is called back and its draft open again, at the review. Pressed twice it shows the review. */
export const recallReferral = action({
  slug: 'recall-referral',
  subject: z.object({ referralId }),
  fields: z.object({}),
  async load(read, subject: { referralId: ReferralId }) {
    const referral = await read.referral(subject.referralId);
    if (referral === null) return { refused: 'not-found' as const };
    const loaded = await loadDraft(read, { draftId: referral.draftId });
    return isRefusal(loaded) ? loaded : { ...loaded, referral };
  },
  may(loaded, context) {
    return loaded.draft.personId === context.actor.person.id ? mayOpen(loaded, context) : { refused: 'only-author' };
  },
  decide({ draft, referral }, _fields, context) {
    const reply = { show: 'review-referral', with: { draftId: draft.id } };
    if (referral.state === 'recalled') return { reply };
    const called = step(referral, 'recall', 'clb', { deliverAt: null });
    if ('refused' in called) return { refused: 'outdated', show: { view: 'draft-post', with: { draftId: draft.id } } };
    const kept = keep(draft, { state: 'open', step: 'review-referral', referralId: referral.id }, context);
    return {
      ...kept,
      changes: [{ put: 'referral', row: called.referral }, ...(kept.changes ?? [])],
      happened: [{ referralId: referral.id, name: 'recalled' }],
      settled: [deliverKey(referral.id)],
      refresh: livingPosts(referral),
      reply,
    };
  },
});
