import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { PersonId } from '../../../domain/ids.js';
import { postKey, referenceTo, type PostKey } from '../../../domain/reference-to.js';

/** The card that tells everything together; the moment as ISO text. */
export const digestReference = referenceTo<{ readonly personId: PersonId; readonly at: string }>('digest-card');

/** Key of the card that told somebody at a moment what was kept. */
export const digestKey = (person: PersonId, at: string): PostKey => postKey(`digest:${person}:${at}`);

/**
 * The moment at which somebody wants to read: one thing that was kept goes out as it is, as things stand then; several are told on
 * one card.
 */
export const sendDigest = job({
  name: jobNames.sendDigest,
  subject: z.object({ personId: id<PersonId>() }),
  load: async (read, { personId }) => ({ personId, kept: await read.keptFor(personId) }),
  decide({ personId, kept }, { now }) {
    if (kept.length < 2) return { resend: kept };
    const at = now.toISOString();
    const key = digestKey(personId, at);
    return {
      notices: [{ key, ...digestReference.with({ personId, at }), to: { person: personId }, urgent: true }],
      gather: { key, messages: kept },
    };
  },
});
