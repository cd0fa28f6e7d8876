import { z } from 'zod';
import { job } from '../../contracts/action.js';
import { jobNames } from '../../contracts/jobs.js';

/** A message that was kept until somebody wanted to read it goes out, as things stand then. */
export const releaseHeld = job({
  name: jobNames.releaseHeld,
  subject: z.object({ messageId: z.string() }),
  load: (_read, subject) => Promise.resolve(subject),
  decide: ({ messageId }) => ({ resend: [messageId] }),
});
