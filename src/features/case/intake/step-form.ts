import type { ActionContext, CardData } from '../../../contracts/action.js';
import { intakeSteps, type Draft } from '../../../domain/draft.js';
import type { Language } from '../../../domain/language.js';
import { questionIds, readForm, stepOf, type IntakeForm, type Parsed } from '../../../domain/intake/index.js';
import { textAt, texts } from '../../../texts/index.js';
import type { LoadedDraft } from './load-draft.js';
import { questionsShown, wordsIn, type Choice } from './questions-shown.js';

/** "Nieuwe aanmelding", or which referral is being changed after it was called back (R4). */
export const intakeTitle = (loaded: Pick<LoadedDraft, 'referral'>, language: Language): string =>
  loaded.referral === null
    ? texts(language)('intake.steps.title')
    : texts(language)('intake.steps.recalled', { reference: loaded.referral.reference });

/** "Deel 2 van 3 · **Vraag**" */
export const stepLine = (form: IntakeForm, language: Language): string =>
  texts(language)('intake.steps.line', { number: numberOf(form), name: nameOf(form, language) });

const numberOf = (form: IntakeForm): number => intakeSteps.indexOf(stepOf(form)) + 1;
const nameOf = (form: IntakeForm, language: Language): string => textAt(language, `intake.steps.names.${form}`) ?? form;

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
      const sentence = wordsIn(form, `errors.${code}`, language);
      if (sentence === null) throw new Error(`${form} has no sentence for ${code}`);
      return [field, sentence];
    }),
  );
}

/** The short name of a question; in full where it says nothing without its answer. */
const nameOfField = (id: string, language: Language): string =>
  textAt(language, `intake.steps.named.${id}`) ?? textAt(language, `intake.facts.${id}`) ?? id;

/** What is wrong, counted and named in the order of the card, for the strip on top; null when all is right. */
function errorStrip(errors: Readonly<Record<string, string>>, language: Language) {
  const names = questionIds.filter((id) => id in errors).map((id) => nameOfField(id, language));
  if (names.length === 0) return null;
  const t = texts(language);
  return {
    heading: t('intake.steps.to-check', { count: names.length }),
    text: t('intake.steps.kept', { names: names.join(' · ') }),
  };
}

/** Of a context, what a form needs: it is drawn as an answer, and the first also as a message. */
export type FormContext = Pick<ActionContext, 'now' | 'calendar'> & {
  readonly actor: Pick<ActionContext['actor'], 'language'>;
};

/** What a step adds to its questions. */
export interface StepMore {
  /** What may be meant by a locality that was not understood, per question. */
  readonly meant?: Readonly<Record<string, readonly Choice[] | null>>;
  /** What is told under a question, as the other answers make of it. */
  readonly hints?: Readonly<Record<string, string | null>>;
  /** What can be chosen where it is not the same for everybody, per question. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
}

/** Behind “…” in every part, from the review on there; what was called back is withdrawn, not thrown away. */
export const discardWord = ({ referral }: Pick<LoadedDraft, 'referral'>, language: Language): string | null =>
  referral === null ? texts(language)('intake.steps.discard') : null;

/** What every form of the intake binds to; `read` judges the step when its pure parser is not enough. */
export function stepForm(
  loaded: LoadedDraft,
  context: FormContext,
  form: IntakeForm,
  { meant = {}, hints = {}, choices = {}, ...more }: CardData & StepMore,
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
    part: numberOf(form),
    parts: intakeSteps.length,
    back: stepBefore(draft, form),
    discard: draft.step === 'review-referral' ? null : discardWord(loaded, language),
    wrong: errorStrip(errors, language),
    needed: texts(language)('intake.steps.needed'),
    ...questionsShown(form, draft.typed, language, { errors, meant, hints, choices }),
    ...more,
  };
}
