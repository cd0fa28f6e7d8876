import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { waitlistPost } from '../../../contracts/jobs.js';
import { openAgainKey, openAgainPost } from '../../../contracts/notices.js';
import type { Refusal } from '../../../contracts/outcome.js';
import {
  isUnanswered,
  loadOpenAgain,
  mayAnswerForService,
  openAgainCard,
  openAgainSubject,
  type OpenAgainFacts,
} from './open-again-facts.js';

/** Weer open: the service is no longer full (R12). Once answered, the press shows the present state. */
export const reopenService = action({
  slug: 'reopen-service',
  subject: openAgainSubject,
  fields: z.object({}),
  load: async (read, subject): Promise<OpenAgainFacts | Refusal> =>
    (await loadOpenAgain(read, subject)) ?? { refused: 'not-found' },
  may: (facts, { actor }) => mayAnswerForService(facts, actor),
  decide(facts) {
    if (!isUnanswered(facts)) return { reply: openAgainCard(facts) };
    return {
      changes: [{ put: 'service', row: { ...facts.service, fullUntil: null } }],
      refresh: [openAgainPost(facts.service, facts.asked), waitlistPost(facts.service.id)],
      settled: [openAgainKey(facts.service)],
      reply: openAgainCard(facts),
    };
  },
});
