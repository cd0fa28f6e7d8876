import type { Effort, Presence, ProblemDomain, Urgency, WantedForm } from '../codes.js';
import type { Typed } from '../draft.js';
import { answerTo, anyDay, faultsIn } from './answer.js';
import { isForGroup } from './forms.js';
import { parsed, type Parsed } from './parsed.js';

export interface QuestionAnswer {
  readonly problemDomains: ProblemDomain[];
  readonly efforts: Effort[];
  /** Null for a group, teachers or a school. */
  readonly presence: Presence | null;
  readonly wantedForms: WantedForm[];
  readonly urgency: Urgency;
}

/** The question: domains, effort, presence, the question and what is expected, what was tried, form, interests, urgency. */
export const readQuestion = (typed: Typed): Parsed<QuestionAnswer> =>
  parsed(faultsIn('describe-question', typed, anyDay), () => ({
    problemDomains: answerTo('problemDomains', typed),
    efforts: answerTo('efforts', typed),
    presence: isForGroup(typed) ? null : answerTo('presence', typed),
    wantedForms: answerTo('wantedForms', typed),
    urgency: answerTo('urgency', typed),
  }));
