import { z } from 'zod';
import { localDay } from '../case/values.js';

/** What can happen to a survey. That somebody answered is not in here: nothing leads from a moment to an answer (R18). */
export const surveyEntries = {
  opened: z.object({ asked: z.number(), closesOn: localDay }),
  reminded: z.object({ stage: z.enum(['week', 'last']), asked: z.number() }),
  closed: z.object({}),
  'links-withdrawn': z.object({}),
} as const;
