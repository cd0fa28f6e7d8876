import { z } from 'zod';

const longestLocation = 120;
const longestUrl = 500;

/** Where people meet; empty becomes null. Error: `location-long`. */
export const typedLocation = z
  .string()
  .optional()
  .transform((text, issues): string | null => {
    const location = (text ?? '').replace(/\s+/g, ' ').trim();
    if (location.length > longestLocation) issues.addIssue({ code: 'custom', message: 'location-long' });
    return location === '' ? null : location;
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
