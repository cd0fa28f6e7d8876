import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts } from '../act-on-case.js';
import { formHeader, presentAnswer } from './answering.js';
import { optionalDay } from '../../../contracts/typed-day.js';
import { caseForms } from '../case-forms.js';

const acts = ['put-on-waitlist', 'propose-waitlist'] as const;

/**
 * Wachtlijst: a match, but no place now. Does the CLB keep it, it is on the list at once (R11); was it not asked yet,
 * the referrer gets the choice. Errors: `kept-missing`, `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const putOnWaitlist = action({
  slug: 'put-on-waitlist',
  subject: caseSubject,
  fields: z.object({
    kept: z.enum(['yes', 'not-asked'], { error: 'kept-missing' }),
    expectedStartOn: optionalDay,
  }),
  load: loadCase,
  may: (facts, context) => mayAct(facts, acts, context, presentAnswer(facts)),
  form: (facts, { actor }, { typed }) => ({
    ...formHeader(facts, actor.language),
    typed: { kept: typed['kept'] ?? null, expectedStartOn: typed['expectedStartOn'] ?? null },
  }),
  decide(facts, { kept, expectedStartOn }, context) {
    if (expectedStartOn !== null && expectedStartOn < context.calendar.dayOf(context.now))
      return { reply: datePassed(facts, kept, expectedStartOn) };
    const answer = kept === 'yes' ? 'put-on-waitlist' : 'propose-waitlist';
    return act(facts, { act: answer, expectedStartOn }, context, presentAnswer(facts));
  },
});

const datePassed = (facts: ActFacts, kept: string, expectedStartOn: LocalDate) => {
  const { referralId, round, why } = formHeader(facts, 'nl');
  const given = { referralId, round, why, kept, expectedStartOn };
  return caseForms.putOnWaitlist.again(given, { expectedStartOn: 'date-passed' });
};
