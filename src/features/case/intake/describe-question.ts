import { action, type ActionContext } from '../../../contracts/action.js';
import { consentAge } from '../../../domain/age.js';
import { readWho } from '../../../domain/intake/index.js';
import { texts } from '../../../texts/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { linesForDraft } from './lines-for.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';
import { regionSentence } from './region-sentences.js';
import { stepForm } from './step-form.js';

/** What the pupil's age and enrolment mean for the referral (R6, R8), with other help under 12. */
function aboutPupil({ draft, clb }: LoadedDraft, { actor, now, calendar }: ActionContext) {
  const today = calendar.dayOf(now);
  const who = readWho(draft.typed, today);
  if (!who.ok || who.value.kind === 'group') return { info: null, lines: null };
  const t = texts(actor.language);
  const isYoung = who.value.age < consentAge;
  const young = isYoung ? [t('intake.describe-question.under-12')] : [];
  const free = who.value.enrolment === 'enrolled' ? [] : [t('intake.describe-question.not-enrolled')];
  return {
    info: [...young, ...free].join('\n\n') || null,
    lines: isYoung ? linesForDraft(draft, clb, today, 'through-clb', 'under-12') : null,
  };
}

/** The question. On top it says which region was found and why (R7). */
export const describeQuestion = action({
  slug: 'describe-question',
  subject: stepSubject,
  fields: stepFields('describe-question'),
  load: loadDraft,
  may: mayEdit,
  form: (loaded, context) =>
    stepForm(loaded, context, 'describe-question', {
      told: regionSentence(loaded.draft.typed, context.actor.language),
      ...aboutPupil(loaded, context),
    }),
  decide: (loaded, fields, context) => submitStep(loaded, context, 'describe-question', fields),
});
