import { action } from '../../../contracts/action.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { regionSentence } from './region-sentences.js';
import { stepForm } from './step-form.js';

/** Step 4, the question. On top it says which region was found and why (R7). */
export const describeQuestion = action({
  slug: 'describe-question',
  subject: stepSubject,
  fields: stepFields('describe-question'),
  load: loadDraft,
  may: mayEdit,
  form: (loaded, context) =>
    stepForm(loaded, context, 'describe-question', {
      info: regionSentence(loaded.draft.typed, context.actor.language),
    }),
  decide: (loaded, fields, context) => submitStep(loaded, context, 'describe-question', fields),
});
