import type { ServiceId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { formTo, referenceTo } from '../../../domain/reference-to.js';

/** The card that asks a provider whether a whole list still holds, and all lists side by side for the desk. */
export const listCards = {
  check: referenceTo<{ readonly serviceId: ServiceId; readonly on: LocalDate; readonly to?: 'again' | 'desk' }>(
    'list-check',
  ),
  sideBySide: referenceTo<{ readonly page?: number }>('waiting-lists'),
} as const;

/** The form in which the expected start of everybody on a list is looked through. */
export const listForms = {
  starts: formTo<{ readonly serviceId: ServiceId; readonly on: LocalDate }>('move-starts'),
} as const;
