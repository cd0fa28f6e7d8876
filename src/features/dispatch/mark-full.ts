import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isRefusal, type Refusal } from '../../contracts/outcome.js';
import { requiredDay } from '../../contracts/typed-day.js';
import type { Referral } from '../../domain/referral.js';
import { endOfSchoolYear } from '../../domain/school-year.js';
import { texts } from '../../texts/index.js';
import { formHeader } from './answer-form.js';
import {
  answeringSide,
  answerSubject,
  gaveItAlready,
  loadAnswer,
  mayAnswer,
  presentState,
  type AnswerFacts,
} from './answering.js';
import { becomingFull, concernedBy, markServiceFull } from './full-service.js';

interface FullFacts extends AnswerFacts {
  /** Every referral of the service that is concerned, this one among them. */
  readonly concerned: readonly Referral[];
}

/**
 * Volzet (R12): the service is full until a day, 31 August of this school year unless said otherwise; its other open
 * referrals get the same answer, each referrer the same choice. Errors: `date-missing`, `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const markFull = action({
  slug: 'mark-full',
  subject: answerSubject,
  fields: z.object({ until: requiredDay }),
  async load(read, subject): Promise<FullFacts | Refusal> {
    const facts = await loadAnswer(read, subject);
    return isRefusal(facts) ? facts : { ...facts, concerned: await concernedBy(read, facts.service) };
  },
  may: (facts, context) => mayAnswer(facts, ['mark-full'], context),
  form: (facts, { actor, calendar, now }, { typed }) => ({
    ...formHeader(facts, actor.language),
    consequence: texts(actor.language)('dispatch.mark-full.consequence', { others: othersOf(facts).length }),
    typed: { until: typed['until'] ?? endOfSchoolYear(calendar.dayOf(now)) },
  }),
  decide(facts, { until }, context) {
    if (gaveItAlready(facts, ['mark-full'], context.actor)) return { reply: presentState(facts) };
    if (until < context.calendar.dayOf(context.now))
      return { reply: { form: 'mark-full', with: { ...facts.subject, until }, errors: { until: 'date-passed' } } };
    const side = answeringSide(facts.referral, context.actor);
    if (side === null) return { refused: 'only-provider' };
    const referrals = [facts.referral, ...facts.concerned.filter(({ id }) => id !== facts.referral.id)];
    const outcome = markServiceFull({ service: facts.service, referrals, until, side }, context);
    return { ...outcome, reply: presentState(facts) };
  },
});

/** The other referrals that become full with it. */
const othersOf = ({ referral, concerned }: FullFacts): readonly Referral[] =>
  concerned.filter(({ id, state }) => id !== referral.id && becomingFull.some((one) => one === state));
