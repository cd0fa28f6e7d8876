import type { Draft, Typed } from '../draft.js';
import { questionOf } from './answer.js';
import { stepOf, type IntakeForm } from './forms.js';
import { questionIds, type QuestionId } from './questions.js';
import { mergeTyped } from './typed.js';

/** Under which a draft remembers on which card the answers of a form were given last: the version that it showed. */
const givenOn = (form: IntakeForm): string => `givenOn:${form}`;

/** A press in a form of the intake. */
export interface IntakePress {
  readonly form: IntakeForm;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The version of the draft that the card showed; null when the card does not say. */
  readonly drawn: number | null;
}

/** Whether the answers of this form were given again meanwhile, on a newer card. */
export const isLate = (
  { typed }: Pick<Draft, 'typed'>,
  { form, drawn }: Pick<IntakePress, 'form' | 'drawn'>,
): boolean => drawn !== null && drawn < Number(typed[givenOn(form)] ?? 0);

/** Whether an input was left as a form that nobody touched shows it. */
function isLeft(id: string, value: unknown): boolean {
  if (value === '' || !(questionIds as readonly string[]).includes(id)) return true;
  const { usual, input } = questionOf(id as QuestionId);
  return value === usual || (input.kind === 'confirm' && value !== 'yes');
}

/**
 * Of a card that is pressed once more only what was filled in: the message of an intake is its empty first form, and stands
 * there again when a client forgets what it was answered.
 */
const filledIn = (fields: IntakePress['fields']): IntakePress['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([id, value]) => id.endsWith('Choice') || !isLeft(id, value)));

/** What was typed with the answers of a press over it. A late press changes nothing: newer answers stay. */
export function takeAnswers(draft: Pick<Draft, 'typed'>, press: IntakePress): Typed {
  if (isLate(draft, press)) return draft.typed;
  const again = press.drawn !== null && String(press.drawn) === draft.typed[givenOn(press.form)];
  const fields = again && press.form === 'describe-pupil' ? filledIn(press.fields) : press.fields;
  const merged = mergeTyped(draft.typed, press.form, fields);
  return press.drawn === null ? merged : { ...merged, [givenOn(press.form)]: String(press.drawn) };
}

/**
 * Whether a draft stands at the step of this form. Only from there a press moves it: an old card that is pressed late
 * brings no draft back to where it was.
 */
export const standsAt = ({ step }: Pick<Draft, 'step'>, form: IntakeForm): boolean => step === stepOf(form);
