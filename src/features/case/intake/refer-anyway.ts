import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal } from '../../../contracts/outcome.js';
import { formOf, readForm, remembered } from '../../../domain/intake/index.js';
import { draftId } from './draft-subject.js';
import { joinedIds, separateIds } from './duplicate.js';
import { after, keep, replyAt, reopened } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';

/** The referrals that the card showed; a card from before there could be several names one. */
const shown = z.string().max(4000).optional();

/** "Toch een nieuwe": remembered with the draft for the referrals that were shown, so that it is asked once about each. */
export const referAnyway = action({
  slug: 'refer-anyway',
  subject: z.object({ draftId, referralIds: shown, referralId: shown }),
  fields: z.object({}),
  async load(read, { draftId: id, referralIds, referralId }: Subject) {
    const loaded = await loadDraft(read, { draftId: id });
    return isRefusal(loaded) ? loaded : { ...loaded, beside: separateIds(referralIds ?? referralId) };
  },
  may: mayEdit,
  decide({ draft, beside }, _fields, context) {
    const answered = new Set([...separateIds(draft.typed[remembered.newAnyway]), ...beside]);
    const typed = { ...reopened(draft.typed), [remembered.newAnyway]: joinedIds([...answered]) };
    const today = context.calendar.dayOf(context.now);
    const isDone = readForm(formOf('describe-pupil', typed), typed, today).ok;
    const { at, go } = isDone
      ? after(draft, 'describe-pupil', typed, today)
      : { at: draft.step, go: 'describe-pupil' as const };
    return { ...keep(draft, { typed, step: at }, context), reply: replyAt({ id: draft.id, typed }, go) };
  },
});

interface Subject {
  readonly draftId: LoadedDraft['draft']['id'];
  readonly referralIds?: string | undefined;
  readonly referralId?: string | undefined;
}
