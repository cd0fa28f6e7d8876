import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { fullAsBefore } from './full-service.js';
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
  decide(facts, _fields, context) {
    if (!isUnanswered(facts)) return { reply: openAgainCard(facts) };
    const { service } = facts;
    return { ...fullAsBefore(service, null, context.newId<string>(), context), reply: openAgainCard(facts) };
  },
});
