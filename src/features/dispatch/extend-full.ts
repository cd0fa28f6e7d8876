import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isOf } from '../../contracts/actor.js';
import { openAgainPost } from '../../contracts/notices.js';
import type { Refusal } from '../../contracts/outcome.js';
import { requiredDay } from '../../contracts/typed-day.js';
import type { Referral } from '../../domain/referral.js';
import { endOfSchoolYear } from '../../domain/school-year.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { becomingFull, concernedBy, markServiceFull } from './full-service.js';
import {
  isUnanswered,
  loadOpenAgain,
  mayAnswerForService,
  openAgainCard,
  openAgainSubject,
  type OpenAgainFacts,
} from './open-again-facts.js';

interface StillFullFacts extends OpenAgainFacts {
  readonly concerned: readonly Referral[];
}

/** Nog volzet: the service stays full until another day, as in mark-full (R12). Errors: `date-missing`, `date-unreadable`, `no-such-date`, `date-passed`. */
export const extendFull = action({
  slug: 'extend-full',
  subject: openAgainSubject,
  fields: z.object({ until: requiredDay }),
  async load(read, subject): Promise<StillFullFacts | Refusal> {
    const facts = await loadOpenAgain(read, subject);
    return facts === null ? { refused: 'not-found' } : { ...facts, concerned: await concernedBy(read, facts.service) };
  },
  may: (facts, { actor }) => mayAnswerForService(facts, actor),
  form: ({ service, asked, concerned }, { actor, calendar, now }, { typed }) => ({
    service: plain(service.name),
    serviceId: service.id,
    asked,
    consequence: texts(actor.language)('dispatch.extend-full.consequence', { open: openOnes(concerned).length }),
    typed: { until: typed['until'] ?? endOfSchoolYear(calendar.dayOf(now)) },
  }),
  decide(facts, { until }, context) {
    const { service, asked, concerned } = facts;
    const card = openAgainCard(facts);
    if (!isUnanswered(facts)) return { reply: card };
    if (until < context.calendar.dayOf(context.now))
      return { reply: { form: 'extend-full', with: { ...card.with, until }, errors: { until: 'date-passed' } } };
    const side = isOf(context.actor, service.organisationId) ? 'provider' : 'desk';
    const outcome = markServiceFull({ service, referrals: concerned, until, side }, context);
    return { ...outcome, refresh: [...(outcome.refresh ?? []), openAgainPost(service, asked)], reply: card };
  },
});

const openOnes = (concerned: readonly Referral[]): readonly Referral[] =>
  concerned.filter(({ state }) => becomingFull.some((one) => one === state));
