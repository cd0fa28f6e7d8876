import type { Language } from '../domain/language.js';
import { hearsAnything, planOf, type SchoolPlan } from '../domain/trajectory/school-plan.js';
import { texts } from './index.js';

/** `bij de start, elke 6 weken en bij het einde`: when the school hears how it goes; or that it hears nothing. */
export function planWords(plan: SchoolPlan, language: Language): string {
  const say = texts(language);
  if (!hearsAnything(plan)) return say('trajectory.school.nothing');
  const parts = [
    ...(plan.at.includes('start') ? [say('trajectory.school.at-start')] : []),
    ...(plan.everyWeeks === null ? [] : [say('trajectory.school.every', { weeks: plan.everyWeeks })]),
    ...(plan.at.includes('closing') ? [say('trajectory.school.at-closing')] : []),
  ];
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(parts);
}

/** The same of a trajectory: that it was not agreed yet, or that consent is still to be asked. */
export function agreedWords(schoolPlan: SchoolPlan | null, hasSchool: boolean, language: Language): string {
  const say = texts(language);
  const plan = planOf({ schoolPlan }, hasSchool);
  const words = planWords(plan, language);
  if (!hearsAnything(plan)) return words;
  if (schoolPlan === null) return say('trajectory.school.usual', { plan: words });
  return plan.consent === 'to-ask' ? `${words} · ${say('trajectory.school.consent-to-ask')}` : words;
}
