import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { texts } from '../../../texts/index.js';
import { caseSubject, happens, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { optionalDay } from '../../../contracts/typed-day.js';
import { caseForms } from '../case-forms.js';
import { caseCards } from '../../../domain/case/cards.js';

const present = ({ referral }: ActFacts): Present => caseCards.offer.shown({ referralId: referral.id });

/**
 * Verwachte start wijzigen: the provider moves the day on which it expects to begin, or leaves it open; the referrer is
 * told (R11). Errors: `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const moveStart = action({
  slug: 'move-start',
  subject: caseSubject,
  fields: z.object({ expectedStartOn: optionalDay }),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['move-start'], context, present(facts)),
  form: ({ referral }, { actor: { language } }, { typed }) => ({
    referralId: referral.id,
    round: referral.round,
    reference: texts(language)('case.card.reference', { reference: referral.reference }),
    typed: { expectedStartOn: typed['expectedStartOn'] ?? referral.expectedStartOn },
  }),
  decide(facts, { expectedStartOn }, context): Outcome | Refusal {
    if (expectedStartOn !== null && expectedStartOn < context.calendar.dayOf(context.now))
      return again(facts, expectedStartOn);
    const change = happens(facts, { act: 'move-start', to: expectedStartOn }, context, present(facts));
    if (isRefusal(change)) return change;
    const reply = present(facts);
    return change.events.length === 0
      ? { reply }
      : { cases: [change], reply: { ...reply, note: { key: 'start-moved' } } };
  },
});

const again = ({ referral }: ActFacts, expectedStartOn: string): Outcome => ({
  reply: caseForms.moveStart.again(
    { referralId: referral.id, round: referral.round, expectedStartOn },
    { expectedStartOn: 'date-passed' },
  ),
});
