import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { actsFor, isOf } from '../../../contracts/actor.js';
import type { ReferralId } from '../../../domain/ids.js';
import { providerIsAddressed } from '../../../domain/case/states.js';
import { positionOf } from '../../../domain/waitlist.js';
import { day, duration, moment, ordinal } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { wasDelivered } from './answering.js';
import { expectedOf } from './expected.js';
import {
  answeredLine,
  answersOf,
  factLines,
  headerOf,
  loadReferralFacts,
  roundOf,
  undoOf,
  type ReferralFacts,
} from './referral-facts.js';

interface OfferFacts extends ReferralFacts {
  readonly position: number | null;
}

/** A referral in its provider's place: what it is about, what is expected, the answers that fit the present state. */
export const referralOffer = view({
  slug: 'referral-offer',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  async load(read, { referralId }): Promise<OfferFacts | null> {
    const facts = await loadReferralFacts(read, referralId);
    if (facts === null || facts.service === null) return null;
    const list = facts.referral.state === 'waitlisted' ? await read.waitlist(facts.service.id) : [];
    return { ...facts, position: positionOf(list, referralId) };
  },
  may({ referral }, actor) {
    if (actsFor(actor, 'desk') !== null) return null;
    return isOf(actor, referral.providerId) && wasDelivered(referral) ? null : { refused: 'not-yours' };
  },
  fill(facts, context) {
    const { referral } = facts;
    const { state } = referral;
    return {
      ...headerOf(facts, context),
      referralId: referral.id,
      round: roundOf(facts),
      service: plain(facts.service?.name ?? ''),
      facts: factLines(facts, context),
      expected: expectedOf(facts, context),
      figures: figuresOf(facts, context),
      answered: answeredLine(facts, context),
      ...answersOf(referral),
      mayFreePlace: state === 'waitlisted',
      mayOpenLater: providerIsAddressed(state) && state !== 'delivered',
      maySignal: wasDelivered(referral) && !answersOf(referral).mayAnswer,
      ...undoOf(referral, context, context.actor !== null && actsFor(context.actor, 'desk') !== null),
    };
  },
  summary({ referral }, { language, now }) {
    const say = texts(language);
    const { reference, state, contactBy } = referral;
    if (state === 'delivered' && contactBy !== null)
      return say('dispatch.referral-offer.summary.delivered', { reference, moment: moment(contactBy, language, now) });
    return say('dispatch.referral-offer.summary.other', { reference, state: stateWord(language, state).word });
  },
});

/** On the waiting list: place, expected start, how long it has lasted; null otherwise. */
function figuresOf({ referral, position }: OfferFacts, context: ViewContext) {
  if (position === null) return null;
  const { language, now } = context;
  const waited = Math.floor((now.getTime() - referral.firstRegisteredAt.getTime()) / 86_400_000);
  const start = referral.expectedStartOn;
  return {
    position: ordinal(position, language),
    start: start === null ? texts(language)('dispatch.referral-offer.no-start') : day(start, language),
    waited: duration(waited, language),
  };
}
