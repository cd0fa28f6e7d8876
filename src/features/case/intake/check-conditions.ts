import { action } from '../../../contracts/action.js';
import { carePhases, requestSources, targets } from '../../../domain/codes.js';
import { intakeStopsOf, schoolAgreements } from '../../../domain/intake/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { codeChoices, ownChoices, stepForm } from './step-form.js';

const yesNo = ['yes', 'no'];

/** Step 1, may this be referred (R2, R3, R5, R20). What is missing stops kindly: the `intake-stopped` card says the way on. */
export const checkConditions = action({
  slug: 'check-conditions',
  subject: stepSubject,
  fields: stepFields('check-conditions'),
  load: loadDraft,
  may: mayEdit,
  form(loaded, context) {
    const { language } = context.actor;
    return stepForm(loaded, context, 'check-conditions', {
      info: null,
      choices: {
        danger: ownChoices(language, 'danger', ['no', 'yes']),
        source: codeChoices(language, 'source', requestSources),
        target: codeChoices(language, 'target', targets),
        carePhase: ownChoices(language, 'care-phase', [...carePhases].reverse()),
        indication: ownChoices(language, 'indication', yesNo),
        agreedWithSchool: ownChoices(language, 'agreed', schoolAgreements),
      },
    });
  },
  decide(loaded, fields, context) {
    return submitStep(loaded, context, 'check-conditions', fields, {
      instead: (typed) =>
        intakeStopsOf(typed).length > 0 ? { show: 'intake-stopped', with: { draftId: loaded.draft.id } } : null,
    });
  },
});
