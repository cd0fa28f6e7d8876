import { z } from 'zod';

/** Longest point of an agenda, or decision. */
export const longestPoint = 300;

/** One or more lines of text, white space folded; must be there. */
export const requiredText = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .transform(tidy)
    .pipe(z.string().min(1, { error: missing }).max(most, { error: 'too-long' }));

/** A text that may be left out: empty becomes null. Error: `too-long`. */
export const optionalText = (most: number) =>
  z
    .string()
    .optional()
    .transform((text): string | null => {
      const tidied = tidy(text ?? '');
      return tidied === '' ? null : tidied;
    })
    .refine((text) => text === null || text.length <= most, { error: 'too-long' });

/** A box that was ticked. */
export const ticked = z
  .string()
  .optional()
  .transform((text) => text === 'true');

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
