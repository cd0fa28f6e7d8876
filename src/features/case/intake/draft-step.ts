import { intakeSteps, type Draft } from '../../../domain/draft.js';
import { formOf } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import type { Referral } from '../../../domain/case/referral.js';
import { textAt, texts } from '../../../texts/index.js';

/** Where a draft stands, without anything typed in it: "Stap 3 van 6: Regio", or the reference while it is being changed. */
export function draftStep(draft: Draft, referral: Referral | null, language: Language): string {
  const t = texts(language);
  if (referral !== null) return t('intake.steps.recalled', { reference: referral.reference });
  if (draft.step === 'review-referral') return t('intake.steps.at-review');
  return t('intake.steps.at', {
    number: intakeSteps.indexOf(draft.step) + 1,
    name: textAt(language, `intake.steps.names.${formOf(draft.step, draft.typed)}`) ?? '',
  });
}
