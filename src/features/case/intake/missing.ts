import { intakeSteps, type IntakeStep, type Typed } from '../../../domain/draft.js';
import {
  consentBlockersOf,
  formOf,
  providerFor,
  readConsent,
  stepsLeft,
  type Offer,
} from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { textAt, texts } from '../../../texts/index.js';

/** Why the chosen provider cannot be had, as a sentence; null when it can, and as long as the parts before are not done. */
export function providerFault(
  typed: Typed,
  offers: readonly Offer[],
  today: string,
  language: Language,
): string | null {
  const provider = providerFor(typed, offers);
  if (provider.ok || stepsLeft(typed, today).includes('describe-pupil')) return null;
  return textAt(language, `intake.choose-provider.errors.${provider.errors['service']}`);
}

/** Everything that is still missing, each as a short line: parts that are not done, and consent that is not given. */
export function missingWords(typed: Typed, today: string, language: Language): string[] {
  const steps = stepsLeft(typed, today).map((step: IntakeStep) =>
    texts(language)('intake.review-referral.step-left', {
      number: intakeSteps.indexOf(step) + 1,
      name: textAt(language, `intake.steps.names.${formOf(step, typed)}`) ?? step,
    }),
  );
  const consent = readConsent(typed);
  const blockers = consent.ok ? consentBlockersOf(consent.value) : [];
  return [...steps, ...blockers.map((blocker) => textAt(language, `intake.blockers.${blocker}`) ?? blocker)];
}
