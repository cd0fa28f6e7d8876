import { z } from 'zod';

const reference = z.string().regex(/^\d{4}-\d{4}$/);

/** What a worker did that is told of no one referral: the read log of a list with names. */
export const workerEntries = {
  'names-shown': z.object({ references: z.array(reference).min(1) }),
} as const;
