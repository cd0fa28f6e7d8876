import { z } from 'zod';
import { readTypedDate, type LocalDate } from '../domain/local-date.js';

/**
 * A day that may stay empty, as a date field or a person writes it; null when empty. Errors: `date-unreadable`,
 * `no-such-date`.
 */
export const optionalDay = z
  .string()
  .optional()
  .transform((text, issues): LocalDate | null => {
    if (text === undefined || text.trim() === '') return null;
    const read = readTypedDate(text);
    if (read.ok) return read.date;
    issues.addIssue({ code: 'custom', message: read.error });
    return null;
  });

/** A day that is asked for. Errors: `date-missing`, `date-unreadable`, `no-such-date`. */
export const requiredDay = optionalDay.transform((day, issues): LocalDate => {
  if (day === null) issues.addIssue({ code: 'custom', message: 'date-missing' });
  return day ?? '';
});
