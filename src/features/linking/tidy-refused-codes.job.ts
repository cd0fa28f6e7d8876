import { z } from 'zod';
import { job, type Schedule } from '../../contracts/action.js';

const keptMs = 30 * 86_400_000;

/**
 * Every night: who entered a code that was refused is forgotten after thirty days. It counts for an hour; the desk can look
 * back at it for a month.
 */
export const tidyRefusedCodes = job({
  name: 'tidy-refused-codes',
  subject: z.object({}),
  load: () => Promise.resolve({}),
  decide: (_nothing, { now }) => ({
    changes: [{ end: 'linkAttempt', row: { before: new Date(now.getTime() - keptMs) } }],
  }),
});

export const tidiesEachNight: Schedule = {
  job: tidyRefusedCodes.name,
  next(now, { calendar }) {
    const tonight = calendar.at(calendar.dayOf(now), 3, 30);
    return tonight > now ? tonight : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 3, 30);
  },
};
