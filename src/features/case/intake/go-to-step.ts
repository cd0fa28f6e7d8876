import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { intakeSteps } from '../../../domain/draft.js';
import { mergeTyped } from '../../../domain/intake/index.js';
import { anyFields, comesFrom, draftId } from './draft-subject.js';
import { keep, reopened, replyAt } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';

const step = z.enum([...intakeSteps, 'review-referral']);
interface Subject {
  readonly draftId: LoadedDraft['draft']['id'];
  readonly from: z.output<typeof comesFrom>;
  readonly step: z.output<typeof step>;
}
interface Loaded extends LoadedDraft {
  readonly subject: Subject;
}

/** "Terug" and "wijzig": another step, keeping what was typed in the form the button stands in. From the review the draft stays at the review. */
export const goToStep = action({
  slug: 'go-to-step',
  subject: z.object({ draftId, from: comesFrom, step }),
  fields: anyFields,
  async load(read, subject: Subject) {
    const loaded = await loadDraft(read, subject);
    return 'refused' in loaded ? loaded : ({ ...loaded, subject } satisfies Loaded);
  },
  may: mayEdit,
  decide({ draft, subject }, fields, context) {
    const { from } = subject;
    const typed = reopened(from === 'review-referral' ? draft.typed : mergeTyped(draft.typed, from, fields));
    const atReview = draft.step === 'review-referral' || from === 'review-referral';
    const at = atReview ? ('review-referral' as const) : subject.step;
    return { ...keep(draft, { typed, step: at }, context), reply: replyAt({ id: draft.id, typed }, subject.step) };
  },
});
