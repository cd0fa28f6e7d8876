import { action } from '../../../contracts/action.js';
import { consentAge } from '../../../domain/age.js';
import { consents } from '../../../domain/codes.js';
import type { Typed } from '../../../domain/draft.js';
import { isForGroup, readWho, schoolConsents } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { codeChoices, stepForm } from './step-form.js';

/** From 12 on a pupil is presumed competent: say so, with the age, beside the question. */
function presumption(typed: Typed, today: string, language: Language): string | null {
  const who = readWho(typed, today);
  if (!who.ok || who.value.kind === 'group') return null;
  const { age } = who.value;
  const t = texts(language);
  return age >= consentAge ? t('intake.record-consent.competent', { age }) : t('intake.record-consent.young', { age });
}

/** Why somebody's consent does not apply: asked only when that was chosen. */
const asksWhy = (typed: Typed, field: string): boolean =>
  typed[field] === 'not-applicable' || Boolean(typed[`${field}Why`]);

/** Step 5: consent of pupil and guardians as each is, or the school's agreement for a group; contacts for the round table. */
export const recordConsent = action({
  slug: 'record-consent',
  subject: stepSubject,
  fields: stepFields('record-consent'),
  load: loadDraft,
  may: mayEdit,
  form(loaded, context) {
    const { language } = context.actor;
    const { typed } = loaded.draft;
    const forPupil = !isForGroup(typed);
    return stepForm(loaded, context, 'record-consent', {
      info: null,
      forPupil,
      competent: presumption(typed, context.calendar.dayOf(context.now), language),
      pupilWhy: forPupil && asksWhy(typed, 'pupilConsent'),
      guardianWhy: forPupil && asksWhy(typed, 'guardianConsent'),
      choices: {
        consent: codeChoices(language, 'consent', consents),
        school: codeChoices(language, 'consent', schoolConsents),
      },
    });
  },
  decide: (loaded, fields, context) => submitStep(loaded, context, 'record-consent', fields),
});
