import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { endOfSchoolYear } from '../../../domain/school-year.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { fullUntil } from './full-service.js';
import { becomingFull } from './hear-full.job.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import {
  isUnanswered,
  loadOpenAgain,
  mayAnswerForService,
  openAgainCard,
  openAgainSubject,
  type OpenAgainFacts,
} from './open-again-facts.js';
import { caseForms } from '../case-forms.js';

interface StillFullFacts extends OpenAgainFacts {
  /** How many open referrals become full with it. */
  readonly open: number;
}

/** Nog volzet: the service stays full until another day, as in mark-full (R12). Errors: `date-missing`, `date-unreadable`, `no-such-date`, `date-passed`. */
export const extendFull = action({
  slug: 'extend-full',
  subject: openAgainSubject,
  fields: z.object({ until: requiredDay }),
  async load(read, subject): Promise<StillFullFacts | Refusal> {
    const facts = await loadOpenAgain(read, subject);
    if (facts === null) return { refused: 'not-found' };
    const open = await read.countReferrals({ serviceId: facts.service.id, states: becomingFull });
    return { ...facts, open };
  },
  may: (facts, { actor }) => mayAnswerForService(facts, actor),
  form: ({ service, asked, open }, { actor, calendar, now }, { typed }) => ({
    service: plain(service.name),
    serviceId: service.id,
    asked,
    consequence: texts(actor.language)('dispatch.extend-full.consequence', { open }),
    typed: { until: typed['until'] ?? endOfSchoolYear(calendar.dayOf(now)) },
  }),
  decide(facts, { until }, context) {
    const { service } = facts;
    const card = openAgainCard(facts);
    if (!isUnanswered(facts)) return { reply: card };
    if (until < context.calendar.dayOf(context.now))
      return { reply: caseForms.extendFull.again({ ...card.with, until }, { until: 'date-passed' }) };
    return { ...fullUntil(service, until, context.newId<string>(), context), reply: card };
  },
});
