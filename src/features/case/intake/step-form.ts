import type { ActionContext, CardData } from '../../../contracts/action.js';
import { intakeSteps, type Draft } from '../../../domain/draft.js';
import type { Language } from '../../../domain/language.js';
import { intakeFields, readForm, stepOf, type IntakeForm, type Parsed } from '../../../domain/intake/index.js';
import { textAt, texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import type { LoadedDraft } from './load-draft.js';

/** What an ordinary intake answers; never for what the worker has to confirm (R2, R20) or about consent. */
const usual: Readonly<Record<string, string>> = {
  source: 'clb',
  target: 'pupil',
  enrolment: 'enrolled',
  earlierNaft: 'unknown',
  urgency: 'normal',
};

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A choice list with its words from `common.codes`. */
export const codeChoices = (language: Language, list: string, codes: readonly string[]): Choice[] =>
  codes.map((value) => ({ title: codeWord(language, list, value), value }));

/** A choice list with its words from `intake.choices`. */
export const ownChoices = (language: Language, list: string, codes: readonly string[]): Choice[] =>
  codes.map((value) => ({ title: textAt(language, `intake.choices.${list}.${value}`) ?? value, value }));

/** "Nieuwe aanmelding", or which referral is being changed after it was called back (R4). */
export const intakeTitle = (loaded: Pick<LoadedDraft, 'referral'>, language: Language): string =>
  loaded.referral === null
    ? texts(language)('intake.steps.title')
    : texts(language)('intake.steps.recalled', { reference: loaded.referral.reference });

/** "Stap 3 van 6 ●●●○○○ **Regio**": read aloud well. */
export function stepLine(form: IntakeForm, language: Language): string {
  const number = intakeSteps.indexOf(stepOf(form)) + 1;
  return texts(language)('intake.steps.line', {
    number,
    dots: '●'.repeat(number) + '○'.repeat(intakeSteps.length - number),
    name: textAt(language, `intake.steps.names.${form}`) ?? '',
  });
}

/** Where "Terug" goes: to the review when only one part is being changed, otherwise one step back. */
function stepBefore(draft: Draft, form: IntakeForm): Draft['step'] | null {
  if (draft.step === 'review-referral') return draft.step;
  return intakeSteps[intakeSteps.indexOf(stepOf(form)) - 1] ?? null;
}

/** The sentence of each field that is not right, once its step was submitted. */
function sentencesFor(form: IntakeForm, read: Parsed<unknown>, language: Language): Record<string, string> {
  if (read.ok) return {};
  return Object.fromEntries(
    Object.entries(read.errors).map(([field, code]) => {
      const sentence = textAt(language, `intake.${form}.errors.${code}`);
      if (sentence === null) throw new Error(`${form} has no sentence for ${code}`);
      return [field, sentence];
    }),
  );
}

/** What every form of the intake binds to; `read` judges the step when its pure parser is not enough. */
export function stepForm(
  loaded: LoadedDraft,
  context: ActionContext,
  form: IntakeForm,
  more: CardData & { readonly info: string | null },
  read?: Parsed<unknown>,
): CardData & { readonly errors: Readonly<Record<string, string>> } {
  const { draft } = loaded;
  const { language } = context.actor;
  const today = context.calendar.dayOf(context.now);
  const judged = read ?? readForm(form, draft.typed, today);
  return {
    draftId: draft.id,
    drawn: draft.version,
    title: intakeTitle(loaded, language),
    line: stepLine(form, language),
    back: stepBefore(draft, form),
    typed: Object.fromEntries(intakeFields[form].map((field) => [field, draft.typed[field] ?? usual[field] ?? null])),
    errors: draft.tried.includes(form) ? sentencesFor(form, judged, language) : {},
    ...more,
  };
}
