import { action } from '../../../contracts/action.js';
import { intakeStopsOf } from '../../../domain/intake/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { stepForm } from './step-form.js';

/** Step 1, may this be referred (R2, R3, R5, R20). What is missing stops kindly: the `intake-stopped` card says the way on. */
export const checkConditions = action({
  slug: 'check-conditions',
  subject: stepSubject,
  fields: stepFields('check-conditions'),
  load: loadDraft,
  may: mayEdit,
  form: (loaded, context) => stepForm(loaded, context, 'check-conditions', { info: null }),
  decide(loaded, fields, context) {
    return submitStep(loaded, context, 'check-conditions', fields, {
      instead: (typed) =>
        intakeStopsOf(typed).length > 0 ? { show: 'intake-stopped', with: { draftId: loaded.draft.id } } : null,
    });
  },
});
