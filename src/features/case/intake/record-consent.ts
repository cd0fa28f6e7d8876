import { action } from '../../../contracts/action.js';
import { consentAge } from '../../../domain/age.js';
import type { Typed } from '../../../domain/draft.js';
import { isForGroup, readWho } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { loadDraft, mayEdit } from './load-draft.js';
import { stepForm } from './step-form.js';

/** From 12 on a pupil is presumed competent: say so, with the age, beside the question. */
function presumption(typed: Typed, today: string, language: Language): string | null {
  const who = readWho(typed, today);
  if (!who.ok || who.value.kind === 'group') return null;
  const { age } = who.value;
  const t = texts(language);
  return age >= consentAge ? t('intake.record-consent.competent', { age }) : t('intake.record-consent.young', { age });
}

/** Under 12 the parents decide: that stands there already, as long as nothing else was said. */
function withYoung(typed: Typed, today: string, language: Language): Typed {
  const who = readWho(typed, today);
  const isYoung = who.ok && who.value.kind === 'pupil' && who.value.age < consentAge;
  if (!isYoung || (typed['pupilConsent'] ?? '') !== '') return typed;
  const why = texts(language)('intake.record-consent.young-why');
  return { ...typed, pupilConsent: 'not-applicable', pupilConsentWhy: typed['pupilConsentWhy'] || why };
}

/** Consent of pupil and guardians as each is, or the school's agreement for a group; contacts for the round table. */
export const recordConsent = action({
  slug: 'record-consent',
  subject: stepSubject,
  fields: stepFields('record-consent'),
  load: loadDraft,
  may: mayEdit,
  form(loaded, context) {
    const { language } = context.actor;
    const today = context.calendar.dayOf(context.now);
    const draft = { ...loaded.draft, typed: withYoung(loaded.draft.typed, today, language) };
    const { typed } = draft;
    return stepForm({ ...loaded, draft }, context, 'record-consent', {
      why: texts(language)(isForGroup(typed) ? 'intake.record-consent.whyGroup' : 'intake.record-consent.why'),
      hints: { pupilConsent: presumption(typed, today, language) },
    });
  },
  decide: (loaded, fields, context) => submitStep(loaded, context, 'record-consent', fields),
});
