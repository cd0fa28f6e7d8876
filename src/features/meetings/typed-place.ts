import { z } from 'zod';

const longestPlace = 120;
const longestUrl = 500;

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
