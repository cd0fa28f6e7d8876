import type { ActionContext, CardData } from '../../../contracts/action.js';
import { intakeSteps, type Draft } from '../../../domain/draft.js';
import type { Language } from '../../../domain/language.js';
import {
  questionOf,
  questionsIn,
  readForm,
  stepOf,
  type IntakeForm,
  type Parsed,
} from '../../../domain/intake/index.js';
import { textAt, texts } from '../../../texts/index.js';
import type { LoadedDraft } from './load-draft.js';
import { questionsShown, type Choice } from './questions-shown.js';

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

/** What a step adds to its questions. */
export interface StepMore {
  readonly info: string | null;
  /** What may be meant by a locality that was not understood, per question. */
  readonly meant?: Readonly<Record<string, readonly Choice[] | null>>;
  /** What is told under a question, as the other answers make of it. */
  readonly hints?: Readonly<Record<string, string | null>>;
}

/** What every form of the intake binds to; `read` judges the step when its pure parser is not enough. */
export function stepForm(
  loaded: LoadedDraft,
  context: ActionContext,
  form: IntakeForm,
  { meant = {}, hints = {}, ...more }: CardData & StepMore,
  read?: Parsed<unknown>,
) {
  const { draft } = loaded;
  const { language } = context.actor;
  const today = context.calendar.dayOf(context.now);
  const judged = read ?? readForm(form, draft.typed, today);
  const errors = draft.tried.includes(form) ? sentencesFor(form, judged, language) : {};
  return {
    draftId: draft.id,
    drawn: draft.version,
    title: intakeTitle(loaded, language),
    line: stepLine(form, language),
    back: stepBefore(draft, form),
    typed: Object.fromEntries(questionsIn(form).map((id) => [id, draft.typed[id] ?? questionOf(id).usual ?? null])),
    errors,
    questions: questionsShown(form, draft.typed, language, { errors, meant, hints }),
    ...more,
  };
}
