import type { LocalDate } from '../../../domain/local-date.js';
import { formTo } from '../../../domain/reference-to.js';

/** The forms with which a waiting list is looked through. */
export const checkInForms = {
  answer: formTo<{ readonly on: LocalDate }>('answer-check-in'),
} as const;
