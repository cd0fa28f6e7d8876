import { z } from 'zod';
import { parseLocalDate, type LocalDate } from '../../../domain/local-date.js';

/** A date that may stay empty, as a date field or a person writes it; null when empty. Error: `date-wrong`. */
export const optionalDate = z
  .string()
  .optional()
  .transform((text, issues): LocalDate | null => {
    if (text === undefined || text.trim() === '') return null;
    const date = parseLocalDate(text);
    if (date === undefined) issues.addIssue({ code: 'custom', message: 'date-wrong' });
    return date ?? null;
  });

/** A date that is asked for. Errors: `date-missing`, `date-wrong`. */
export const requiredDate = optionalDate.transform((date, issues): LocalDate => {
  if (date === null) issues.addIssue({ code: 'custom', message: 'date-missing' });
  return date ?? '';
});
