import type { IntakeStep, Typed } from '../draft.js';

/** The forms of the intake. The first part has two: one for a pupil, one for a group, teachers or a school (R3). */
export const intakeForms = ['describe-pupil', 'describe-group', 'describe-question', 'record-consent'] as const;
export type IntakeForm = (typeof intakeForms)[number];

/** Whether the draft is about something else than one pupil (R3). */
export const isForGroup = (typed: Typed): boolean => ['group', 'teachers', 'school'].includes(typed['target'] ?? '');

/** The form of a step for this draft. */
export const formOf = (step: IntakeStep, typed: Typed): IntakeForm =>
  step === 'describe-pupil' && isForGroup(typed) ? 'describe-group' : step;

/** The step a form belongs to. */
export const stepOf = (form: IntakeForm): IntakeStep => (form === 'describe-group' ? 'describe-pupil' : form);

/** What was typed, as a form sees it: the two forms of the first part are each about a pupil, or about a group. */
export function typedIn(form: IntakeForm, typed: Typed): Typed {
  if (form === 'describe-group' && !isForGroup(typed)) return { ...typed, target: 'group' };
  return form === 'describe-pupil' && isForGroup(typed) ? { ...typed, target: 'pupil' } : typed;
}
