import { formTo, referenceTo } from '../../domain/reference-to.js';
import type { LocalDate } from '../../domain/local-date.js';

/** Days of a period, as they stand on a button: `until` is the first day after it. */
export type PeriodParams = { readonly from: LocalDate; readonly until: LocalDate };

/** The cards of the figures. */
export const figureCards = {
  figures: referenceTo<PeriodParams>('desk-figures'),
  files: referenceTo<PeriodParams>('figures-files'),
} as const;

/** The form for a period of one's own. */
export const figureForms = { period: formTo<Readonly<Record<string, never>>>('choose-period') } as const;
