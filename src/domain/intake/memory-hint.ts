import { atMost, longestHint } from './checks.js';
import { text, type Question } from './question.js';

/** By what the worker knows the pupil, or the group, in his or her own lists: not part of what is sent. */
export const memoryHint = {
  forms: ['describe-pupil', 'describe-group'],
  input: text(longestHint),
  check: atMost(longestHint, 'hint-too-long'),
  personal: 'text',
  own: true,
} as const satisfies Question;
