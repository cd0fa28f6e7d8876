import { z } from 'zod';
import { parseLocalDate, type LocalDate } from '../../../domain/local-date.js';

/** A day as a date field or a person writes it; null when it was left empty. Error: `date-wrong`. */
export const typedDay = z
  .string()
  .optional()
  .transform((text, issues): LocalDate | null => {
    if (text === undefined || text.trim() === '') return null;
    const date = parseLocalDate(text);
    if (date === undefined) issues.addIssue({ code: 'custom', message: 'date-wrong' });
    return date ?? null;
  });
