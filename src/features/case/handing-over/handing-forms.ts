import type { PersonId } from '../../../domain/ids.js';
import { formTo } from '../../../domain/reference-to.js';

/** The form with which work is handed over. */
export const handingForms = {
  work: formTo<{ readonly from?: PersonId; readonly to?: PersonId }>('hand-over-work'),
} as const;
