import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal } from '../../../contracts/outcome.js';
import { remembered } from '../../../domain/intake/index.js';
import { draftId, referralId } from './draft-subject.js';
import { after, keep, replyAt, reopened } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';
import type { ReferralId } from '../../../domain/ids.js';

/** "Toch een nieuwe": remembered with the draft for that one referral, so that it is asked once. */
export const referAnyway = action({
  slug: 'refer-anyway',
  subject: z.object({ draftId, referralId }),
  fields: z.object({}),
  async load(read, subject: { draftId: LoadedDraft['draft']['id']; referralId: ReferralId }) {
    const loaded = await loadDraft(read, subject);
    return isRefusal(loaded) ? loaded : { ...loaded, beside: subject.referralId };
  },
  may: mayEdit,
  decide({ draft, beside }, _fields, context) {
    const typed = { ...reopened(draft.typed), [remembered.newAnyway]: beside };
    const { at, go } = after(draft, 'describe-pupil', typed, context.calendar.dayOf(context.now));
    return { ...keep(draft, { typed, step: at }, context), reply: replyAt({ id: draft.id, typed }, go) };
  },
});
