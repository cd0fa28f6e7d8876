import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import { endOfSchoolYear } from '../../../domain/school-year.js';
import { texts } from '../../../texts/index.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts } from '../act-on-case.js';
import { formHeader, presentAnswer } from './answering.js';
import { becomingFull } from './hear-full.job.js';
import { fullUntil } from './full-service.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import { caseForms } from '../case-forms.js';

interface FullFacts extends ActFacts {
  /** How many other referrals of the service become full with it. */
  readonly others: number;
}

/**
 * Volzet (R12): the service is full until a day, 31 August of this school year unless said otherwise; its other open
 * referrals get the same answer, each referrer the same choice. Errors: `date-missing`, `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const markFull = action({
  slug: 'mark-full',
  subject: caseSubject,
  fields: z.object({ until: requiredDay }),
  async load(read, subject): Promise<FullFacts | Refusal> {
    const facts = await loadCase(read, subject);
    if (isRefusal(facts)) return facts;
    const { serviceId, state } = facts.referral;
    if (serviceId === null) return { refused: 'not-found' };
    const all = await read.countReferrals({ serviceId, states: becomingFull });
    return { ...facts, others: all - (becomingFull.some((one) => one === state) ? 1 : 0) };
  },
  may: (facts, context) => mayAct(facts, ['mark-full'], context, presentAnswer(facts)),
  form: (facts, { actor, calendar, now }, { typed }) => ({
    ...formHeader(facts, actor.language),
    consequence: texts(actor.language)('dispatch.mark-full.consequence', { others: facts.others }),
    typed: { until: typed['until'] ?? endOfSchoolYear(calendar.dayOf(now)) },
  }),
  decide(facts, { until }, context) {
    const { referralId, round, why } = formHeader(facts, 'nl');
    if (until < context.calendar.dayOf(context.now))
      return { reply: caseForms.markFull.again({ referralId, round, why, until }, { until: 'date-passed' }) };
    const marking = context.newId<string>();
    const given = act(facts, { act: 'mark-full', until, marking, asked: true }, context, presentAnswer(facts));
    if (isRefusal(given) || facts.service === null || given.cases?.[0]?.events.length === 0) return given;
    return { ...given, ...fullUntil(facts.service, until, marking, context) };
  },
});
