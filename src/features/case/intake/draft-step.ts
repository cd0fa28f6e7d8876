import type { ViewContext } from '../../../contracts/action.js';
import { intakeSteps, type Draft } from '../../../domain/draft.js';
import { formOf, readinessOf } from '../../../domain/intake/index.js';
import type { Referral } from '../../../domain/case/referral.js';
import { textAt, texts } from '../../../texts/index.js';

/**
 * Where a draft stands, without anything typed in it: "Stap 3 van 6: Regio", whether all is filled in, or the reference
 * while it is being changed.
 */
export function draftStep(draft: Draft, referral: Referral | null, { language, calendar, now }: ViewContext): string {
  const t = texts(language);
  if (referral !== null) return t('intake.steps.recalled', { reference: referral.reference });
  if (draft.step === 'review-referral')
    return t(`intake.steps.at-review.${readinessOf(draft.typed, calendar.dayOf(now))}`);
  return t('intake.steps.at', {
    number: intakeSteps.indexOf(draft.step) + 1,
    name: textAt(language, `intake.steps.names.${formOf(draft.step, draft.typed)}`) ?? '',
  });
}
