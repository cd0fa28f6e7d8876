import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { intakeSteps } from '../../../domain/draft.js';
import { standsAt, takeAnswers } from '../../../domain/intake/index.js';
import { anyFields, comesFrom, draftId, drawn, stepNow } from './draft-subject.js';
import { keep, reopened, replyAt } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';

const step = z.preprocess(stepNow, z.enum([...intakeSteps, 'review-referral']));
interface Subject {
  readonly draftId: LoadedDraft['draft']['id'];
  readonly drawn?: number | null | undefined;
  readonly from: z.output<typeof comesFrom>;
  readonly step: z.output<typeof step>;
}
interface Loaded extends LoadedDraft {
  readonly subject: Subject;
}

/**
 * "Terug" and "wijzig": another step, keeping what was typed in the form the button stands in. From the review the draft
 * stays at the review, and a late press on an old card leaves it where it stands.
 */
export const goToStep = action({
  slug: 'go-to-step',
  subject: z.object({ draftId, drawn, from: comesFrom, step }),
  fields: anyFields,
  async load(read, subject: Subject) {
    const loaded = await loadDraft(read, subject);
    return 'refused' in loaded ? loaded : ({ ...loaded, subject } satisfies Loaded);
  },
  may: mayEdit,
  decide({ draft, subject, drawn: shown }, fields, context) {
    const { from, step: to } = subject;
    const isForm = from !== 'review-referral';
    const typed = reopened(isForm ? takeAnswers(draft, { form: from, fields, drawn: shown }) : draft.typed);
    const at = isForm && standsAt(draft, from) ? to : draft.step;
    return { ...keep(draft, { typed, step: at }, context), reply: replyAt({ id: draft.id, typed }, to) };
  },
});
