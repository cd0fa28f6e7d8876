import { action } from '../../../contracts/action.js';
import { domains, efforts, presences, urgencies, wantedForms } from '../../../domain/codes.js';
import { earlierNafts, isForGroup } from '../../../domain/intake/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { regionSentence } from './region-sentences.js';
import { codeChoices, ownChoices, stepForm } from './step-form.js';

/** Step 4, the question. On top it says which region was found and why (R7). */
export const describeQuestion = action({
  slug: 'describe-question',
  subject: stepSubject,
  fields: stepFields('describe-question'),
  load: loadDraft,
  may: mayEdit,
  form(loaded, context) {
    const { language } = context.actor;
    return stepForm(loaded, context, 'describe-question', {
      info: regionSentence(loaded.draft.typed, language),
      forPupil: !isForGroup(loaded.draft.typed),
      choices: {
        problemDomains: codeChoices(language, 'problem-domain', domains),
        efforts: codeChoices(language, 'effort', efforts),
        presence: codeChoices(language, 'presence', presences),
        earlierNaft: ownChoices(language, 'earlier-naft', earlierNafts),
        wantedForms: codeChoices(language, 'wanted-form', wantedForms),
        urgency: codeChoices(language, 'urgency', urgencies),
      },
    });
  },
  decide: (loaded, fields, context) => submitStep(loaded, context, 'describe-question', fields),
});
