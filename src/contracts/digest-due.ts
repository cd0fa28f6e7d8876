import type { PersonId } from '../domain/ids.js';
import { jobNames } from './jobs.js';
import type { Due } from './outcome.js';

/** The moment at which somebody is told what was kept. It is in the key: what is kept for a later one does not put off what waits already. */
export const digestDue = ({ personId, at }: { readonly personId: PersonId; readonly at: Date }): Due => ({
  key: `digest:${personId}:${at.toISOString()}`,
  job: jobNames.sendDigest,
  subject: { personId },
  at,
});
