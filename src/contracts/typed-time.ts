import { z } from 'zod';

const clock = /^(\d{1,2})\s*(?:[.:uUhH]\s*(\d{2})?)?\s*(?:u|uur|h)?\.?$/;

/** Reads '14:00', '14.30', '14u', '9u30'; undefined when it is no time of the day. */
function readTime(text: string): string | undefined {
  const [, hour, minute = '00'] = clock.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A time as a time field or a person writes it, as 'HH:MM'; null when it was left empty. Error: `time-wrong`. */
export const typedTime = z
  .string()
  .optional()
  .transform((text, issues): string | null => {
    if (text === undefined || text.trim() === '') return null;
    const time = readTime(text);
    if (time === undefined) issues.addIssue({ code: 'custom', message: 'time-wrong' });
    return time ?? null;
  });
