import { action } from '../../../contracts/action.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { firstPartForm, loadFirstPart, submitFirstPart } from './first-part.js';
import { mayEdit } from './load-draft.js';

/** The first part for a group, a class, teachers or a school: which and how many; nothing about single pupils (R3). */
export const describeGroup = action({
  slug: 'describe-group',
  subject: stepSubject,
  fields: stepFields('describe-group'),
  load: loadFirstPart,
  may: mayEdit,
  form: (loaded, context) => firstPartForm(loaded, context, 'describe-group'),
  decide: (loaded, fields, context) => submitFirstPart(loaded, context, 'describe-group', fields),
});
