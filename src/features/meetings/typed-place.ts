import { z } from 'zod';
import { parseLocalDate, type LocalDate } from '../../domain/local-date.js';

const longestPlace = 120;
const longestUrl = 500;

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

/** Where people meet; empty becomes null. Error: `place-long`. */
export const typedPlace = z
  .string()
  .optional()
  .transform((text, issues): string | null => {
    const place = (text ?? '').replace(/\s+/g, ' ').trim();
    if (place.length > longestPlace) issues.addIssue({ code: 'custom', message: 'place-long' });
    return place === '' ? null : place;
  });

/** The address of the online meeting; empty becomes null. Error: `url-wrong`. */
export const typedUrl = z
  .string()
  .optional()
  .transform((text, issues): string | null => {
    const typed = (text ?? '').trim();
    if (typed === '') return null;
    const isAddress = typed.length <= longestUrl && /^https?:\/\/[^\s()<>]+$/i.test(typed) && URL.canParse(typed);
    if (!isAddress) issues.addIssue({ code: 'custom', message: 'url-wrong' });
    return typed;
  });
