import { z } from 'zod';

/** The schema of an id that we stored ourselves. */
export const storedId = <T extends string>(): z.ZodType<T> =>
  z.custom<T>((value) => typeof value === 'string' && value.length === 36, { error: 'not an id' });

/** An instant: a Date from the database, an ISO text in an event or an aggregate. */
export const instant = z.union([
  z.date(),
  z.string().transform((text, issues): Date => {
    const at = new Date(text);
    if (Number.isNaN(at.getTime())) issues.addIssue({ code: 'custom', message: 'not an instant' });
    return at;
  }),
]);

/** A local day, `YYYY-MM-DD`. */
export const localDay = z.iso.date();
