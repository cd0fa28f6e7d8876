import { z } from 'zod';
import { loadActed, notedBy, providerSide, type Acted } from '../../contracts/acting.js';
import { action } from '../../contracts/action.js';
import { livingPosts, tellProvider, tellReferrer } from '../../contracts/notices.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { optionalDay } from '../../contracts/typed-day.js';
import { texts } from '../../texts/index.js';
import { whoWasFirst } from '../../texts/who-was-first.js';
import { referralId } from './list-facts.js';

const offer = ({ referral }: Acted) => ({ view: 'referral-offer', with: { referralId: referral.id } });

/**
 * Verwachte start wijzigen: the provider moves the day on which it expects to begin, or leaves it open; the referrer is
 * told (R11). Errors: `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const moveStart = action({
  slug: 'move-start',
  subject: z.object({ referralId }),
  fields: z.object({ expectedStartOn: optionalDay }),
  load: (read, subject) => loadActed(read, subject.referralId),
  may(facts, { actor }) {
    if (providerSide(facts.referral, actor) === null) return { refused: 'only-provider' };
    const waits = ['waitlist-proposed', 'waitlisted'].includes(facts.referral.state);
    return waits ? null : whoWasFirst(facts, actor, offer(facts));
  },
  form: ({ referral }, { actor: { language } }, { typed }) => ({
    referralId: referral.id,
    reference: texts(language)('waitlist.move-start.reference', { reference: referral.reference }),
    typed: { expectedStartOn: typed['expectedStartOn'] ?? referral.expectedStartOn },
  }),
  decide(facts, { expectedStartOn }, { actor, calendar, now }): Outcome | Refusal {
    const { referral } = facts;
    const side = providerSide(referral, actor);
    if (side === null) return { refused: 'only-provider' };
    const again = (error: string): Outcome => ({
      reply: {
        form: 'move-start',
        with: { referralId: referral.id, expectedStartOn: expectedStartOn ?? '' },
        errors: { expectedStartOn: error },
      },
    });
    if (expectedStartOn !== null && expectedStartOn < calendar.dayOf(now)) return again('date-passed');
    const reply = { show: offer(facts).view, with: offer(facts).with };
    if (expectedStartOn === referral.expectedStartOn) return { reply };
    const next = { ...referral, expectedStartOn };
    const told = { from: referral.expectedStartOn, to: expectedStartOn, ...notedBy(side) };
    return {
      changes: [{ put: 'referral', row: next }],
      happened: [{ referralId: next.id, name: 'start-moved', data: told }],
      notices: [
        tellReferrer(next, 'start-moved', told),
        ...(side === 'desk' ? tellProvider(next, 'noted', { state: next.state }) : []),
      ],
      refresh: livingPosts(next),
      reply: { ...reply, note: { key: 'start-moved' } },
    };
  },
});
