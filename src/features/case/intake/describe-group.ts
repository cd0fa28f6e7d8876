import { action } from '../../../contracts/action.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { stepForm } from './step-form.js';

/** Step 2 for a group, a class, teachers or a school: which and how many; nothing about single pupils (R3). */
export const describeGroup = action({
  slug: 'describe-group',
  subject: stepSubject,
  fields: stepFields('describe-group'),
  load: loadDraft,
  may: mayEdit,
  form: (loaded, context) => stepForm(loaded, context, 'describe-group', { info: null }),
  decide: (loaded, fields, context) => submitStep(loaded, context, 'describe-group', fields),
});
