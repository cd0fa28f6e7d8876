import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { postsBehind, waitlistNotice } from '../../contracts/notices.js';
import { isRefusal, type Refusal } from '../../contracts/outcome.js';
import { optionalDay } from '../../contracts/typed-day.js';
import type { LocalDate } from '../../domain/local-date.js';
import type { Referral } from '../../domain/referral.js';
import { answerSubject, loadAnswer, mayAnswer, type AnswerFacts } from './answering.js';
import { formHeader } from './answer-form.js';
import { contactedNow, giveAnswer } from './give-answer.js';

const acts = ['put-on-waitlist', 'propose-waitlist'] as const;

interface WaitlistFacts extends AnswerFacts {
  readonly waiting: readonly Referral[];
}

/**
 * Wachtlijst: a match, but no place now. Does the CLB keep it, it is on the list at once (R11); was it not asked yet,
 * the referrer gets the choice. Errors: `kept-missing`, `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const putOnWaitlist = action({
  slug: 'put-on-waitlist',
  subject: answerSubject,
  fields: z.object({
    kept: z.enum(['yes', 'not-asked'], { error: 'kept-missing' }),
    expectedStartOn: optionalDay,
  }),
  async load(read, subject): Promise<WaitlistFacts | Refusal> {
    const facts = await loadAnswer(read, subject);
    return isRefusal(facts) ? facts : { ...facts, waiting: await read.waitlist(facts.service.id) };
  },
  may: (facts, context) => mayAnswer(facts, acts, context),
  form: (facts, { actor }, { typed }) => ({
    ...formHeader(facts, actor.language),
    typed: { kept: typed['kept'] ?? null, expectedStartOn: typed['expectedStartOn'] ?? null },
  }),
  decide(facts, { kept, expectedStartOn }, context) {
    if (expectedStartOn !== null && expectedStartOn < context.calendar.dayOf(context.now))
      return { reply: datePassed(facts, kept, expectedStartOn) };
    const given = giveAnswer(facts, context, {
      act: kept === 'yes' ? 'put-on-waitlist' : 'propose-waitlist',
      what: kept === 'yes' ? 'waitlisted' : 'waitlist-proposed',
      told: { expectedStartOn },
      patch: { ...contactedNow(facts, context), expectedStartOn },
    });
    if (isRefusal(given) || kept !== 'yes' || !given.changes) return given;
    return {
      ...given,
      notices: [...(given.notices ?? []), ...waitlistNotice(facts.referral)],
      refresh: [...(given.refresh ?? []), ...postsBehind(facts.waiting, facts.referral)],
    };
  },
});

const datePassed = (facts: AnswerFacts, kept: string, expectedStartOn: LocalDate) => ({
  form: 'put-on-waitlist',
  with: { ...facts.subject, kept, expectedStartOn },
  errors: { expectedStartOn: 'date-passed' },
});
