import {
  domains,
  efforts,
  presences,
  urgencies,
  wantedForms,
  type Effort,
  type Presence,
  type ProblemDomain,
  type Urgency,
  type WantedForm,
} from '../codes.js';
import type { Typed } from '../draft.js';
import { isForGroup } from './fields.js';
import { oneOf, parsed, someOf, textOf, type Parsed } from './parsed.js';

export const earlierNafts = ['no', 'yes', 'unknown'] as const;

export interface QuestionAnswer {
  readonly problemDomains: ProblemDomain[];
  readonly efforts: Effort[];
  /** Null for a group, teachers or a school. */
  readonly presence: Presence | null;
  readonly wantedForms: WantedForm[];
  readonly urgency: Urgency;
}

export const longestQuestion = 2000;
export const longestInterests = 300;

/** 85.07.30-033.28 and the like: never asked, so not kept either. */
const registerNumber = /\b\d{2}[.\s]?\d{2}[.\s]?\d{2}[-.\s]?\d{3}[-.\s]?\d{2}\b/;

function freeTextError(text: string, longest: number): string | null {
  if (text.length > longest) return 'text-too-long';
  return registerNumber.test(text) ? 'register-number' : null;
}

/** Step 4: domains, effort, presence, the question and what is expected, what was tried, form, interests, urgency. */
export function readQuestion(typed: Typed): Parsed<QuestionAnswer> {
  const presence = isForGroup(typed) ? null : oneOf(typed, 'presence', presences);
  const value = {
    problemDomains: someOf(typed, 'problemDomains', domains),
    efforts: someOf(typed, 'efforts', efforts),
    presence,
    wantedForms: someOf(typed, 'wantedForms', wantedForms),
    urgency: oneOf(typed, 'urgency', urgencies) ?? 'normal',
  };
  const question = textOf(typed, 'question');
  const errors = {
    problemDomains: value.problemDomains.length === 0 ? 'domains-missing' : null,
    efforts: value.efforts.length === 0 ? 'efforts-missing' : null,
    presence: presence === null && !isForGroup(typed) ? 'presence-missing' : null,
    question: question === '' ? 'question-missing' : freeTextError(question, longestQuestion),
    stepsTaken: freeTextError(textOf(typed, 'stepsTaken'), longestQuestion),
    interests: freeTextError(textOf(typed, 'interests'), longestInterests),
  };
  return parsed(errors, () => value);
}
