import type { Context } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due, Outcome, Reply } from '../../../contracts/outcome.js';
import { intakeSteps, type Draft, type IntakeStep, type Typed } from '../../../domain/draft.js';
import type { DraftId } from '../../../domain/ids.js';
import {
  formOf,
  isLate,
  readForm,
  remembered,
  stepOf,
  stepsLeft,
  takeAnswers,
  type IntakeForm,
} from '../../../domain/intake/index.js';
import type { LoadedDraft } from './load-draft.js';
import { intakeForm } from './intake-form.js';
import { caseViews } from '../case-views.js';

const tidyAfterMs = 30 * 60_000;
const dayMs = 24 * 3_600_000;

export const tidyKey = (draft: DraftId): string => `draft:${draft}:tidy`;
export const expireKey = (draft: DraftId): string => `draft:${draft}:expire`;

/** The day a draft that nobody touches is thrown away. */
export const expiresAt = (draft: Draft, { settings }: Context): Date =>
  new Date(draft.updatedAt.getTime() + settings.draftDays * dayMs);

/** Every touch moves both: the stored message is brought up to date when the person has stopped, not while typing. */
function duesOf(draft: Draft, context: Context): Due[] {
  const subject = { draftId: draft.id };
  const tidy = {
    key: tidyKey(draft.id),
    job: jobNames.tidyDraft,
    subject,
    at: new Date(context.now.getTime() + tidyAfterMs),
  };
  if (draft.referralId !== null) return [tidy];
  return [tidy, { key: expireKey(draft.id), job: jobNames.expireDraft, subject, at: expiresAt(draft, context) }];
}

/** Stores a draft as touched now, and looked at again later. */
export function keep(draft: Draft, patch: Partial<Draft>, context: Context): Pick<Outcome, 'changes' | 'dues'> {
  const row = { ...draft, ...patch, updatedAt: context.now };
  return { changes: [{ put: 'draft', row }], dues: duesOf(row, context) };
}

/** The card of the step where a draft stands. */
export const replyAt = (draft: Pick<Draft, 'id' | 'typed'>, step: Draft['step']): Reply =>
  step === 'review-referral'
    ? caseViews.review.shown({ draftId: draft.id })
    : intakeForm(formOf(step, draft.typed)).opened({ draftId: draft.id });

/** What was typed, open again: whoever goes on is no longer saved-and-closed. */
export const reopened = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => field !== remembered.parked));

/**
 * Where a step that is done leads: to an earlier step that is not done, or the next; from the review back to it, when
 * nothing else is open. A draft that stands elsewhere stays there. `at` is where the draft then stands, `go` the card that is shown.
 */
export function after(
  draft: Draft,
  step: IntakeStep,
  typed: Typed,
  today: string,
): { at: Draft['step']; go: Draft['step'] } {
  const left = stepsLeft(typed, today).filter((other) => other !== step);
  if (draft.step === 'review-referral') return { at: draft.step, go: left[0] ?? draft.step };
  if (draft.step !== step) return { at: draft.step, go: draft.step };
  const index = intakeSteps.indexOf(step);
  const earlier = left.find((other) => intakeSteps.indexOf(other) < index);
  const go = earlier ?? intakeSteps[index + 1] ?? 'review-referral';
  return { at: go, go };
}

interface StepOptions {
  /** A card that comes in between although the step is done, or because of what stops it. */
  readonly instead?: (typed: Typed) => Reply | null;
  /** Remarks to remember in `tried`. */
  readonly remarks?: readonly string[];
  /** Whether it is meant as done, so that what is wrong is said. */
  readonly isTry?: (typed: Typed) => boolean;
}

/**
 * "Verder": what was typed is stored whatever it is; when the step is done the next card follows, otherwise the same with a
 * sentence at each field that is not right. A late press on an old card is answered with where the draft stands.
 */
export function submitStep(
  loaded: LoadedDraft,
  context: Context,
  form: IntakeForm,
  fields: Readonly<Record<string, unknown>>,
  options: StepOptions = {},
): Outcome {
  const { draft, drawn } = loaded;
  if (isLate(draft, { form, drawn })) return { reply: replyAt(draft, draft.step) };
  const today = context.calendar.dayOf(context.now);
  const typed = reopened(takeAnswers(draft, { form, fields, drawn }));
  const isTry = options.isTry?.(typed) ?? true;
  const tried = isTry ? [...new Set([...draft.tried, form, ...(options.remarks ?? [])])] : draft.tried;
  const done = readForm(form, typed, today).ok;
  const instead = options.instead?.(typed) ?? null;
  const step = stepOf(form);
  const { at, go } = done && instead === null ? after(draft, step, typed, today) : { at: draft.step, go: step };
  return {
    ...keep(draft, { typed, tried, step: at }, context),
    reply: instead ?? replyAt({ id: draft.id, typed }, go),
  };
}
