import { intakeSteps, type IntakeStep, type Typed } from '../../../domain/draft.js';
import {
  consentBlockersOf,
  formOf,
  readConsent,
  readProvider,
  stepsLeft,
  type Offer,
} from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { textAt, texts } from '../../../texts/index.js';

/** The steps that keep a draft from being sent, the chosen service judged with what is on offer now. */
export function stepsMissing(typed: Typed, offers: readonly Offer[], today: string): IntakeStep[] {
  const left = stepsLeft(typed, today);
  const provider = !left.includes('choose-provider') && !readProvider(typed, offers).ok;
  return provider ? [...left, 'choose-provider'] : left;
}

/** Everything that is still missing, each as a short line: steps that are not done, and consent that is not given. */
export function missingWords(typed: Typed, offers: readonly Offer[], today: string, language: Language): string[] {
  const steps = stepsMissing(typed, offers, today).map((step) =>
    texts(language)('intake.review-referral.step-left', {
      number: intakeSteps.indexOf(step) + 1,
      name: textAt(language, `intake.steps.names.${formOf(step, typed)}`) ?? step,
    }),
  );
  const consent = readConsent(typed);
  const blockers = consent.ok ? consentBlockersOf(consent.value) : [];
  return [...steps, ...blockers.map((blocker) => textAt(language, `intake.blockers.${blocker}`) ?? blocker)];
}
