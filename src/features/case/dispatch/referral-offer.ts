import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import type { ReferralId } from '../../../domain/ids.js';
import { day, duration, moment, ordinal } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { actsOnCard, mayBeSeen } from '../viewer.js';
import { expectedOf } from './expected.js';
import { answeredLine, answersOf, factLines, headerOf, isClosedForProvider, undoUntil } from './referral-facts.js';

/** A referral in its provider's channel: what it is about, what is expected, the answers that fit the present state. */
export const referralOffer = view({
  slug: 'referral-offer',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  async load(read, { referralId }): Promise<CaseFacts | null> {
    const facts = await read.caseOf(referralId);
    return facts === null || facts.service === null ? null : facts;
  },
  may: ({ referral }, actor) => (mayBeSeen(actor, 'see-offer', referral) ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { referral } = facts;
    const may = actsOnCard(context, referral, 'provider');
    return {
      ...headerOf(facts, context),
      referralId: referral.id,
      round: referral.round,
      service: plain(facts.service?.name ?? ''),
      facts: isClosedForProvider(referral) ? closedFacts(facts, context) : factLines(facts, context),
      expected: expectedOf(facts, context),
      figures: figuresOf(facts, context),
      answered: answeredLine(facts, context),
      ...answersOf(referral, may),
      mayFreePlace: may.has('free-place'),
      mayOpenLater: may.has('open-file') && !may.has('contact'),
      maySignal: !may.has('place'),
      undoUntil: undoUntil(referral, may, context.language),
    };
  },
  summary({ referral }, { language, now }) {
    const t = texts(language);
    const { reference, state } = referral;
    if (referral.state === 'delivered')
      return t('dispatch.referral-offer.summary.delivered', {
        reference,
        moment: moment(referral.contactBy, language, now),
      });
    return t('dispatch.referral-offer.summary.other', { reference, state: stateWord(language, state).word });
  },
});

/** When its part is closed: who referred, and nothing of the pupil any more. */
const closedFacts = ({ clb }: CaseFacts, { language }: ViewContext) =>
  clb === null ? [] : [{ title: texts(language)('dispatch.facts.referred-by'), value: plain(clb.name) }];

/** On the waiting list: place, expected start, how long it has lasted; null otherwise. */
function figuresOf({ referral, position }: CaseFacts, context: ViewContext) {
  if (position === null || referral.state !== 'waitlisted') return null;
  const { language, now } = context;
  const waited = Math.floor((now.getTime() - referral.firstRegisteredAt.getTime()) / 86_400_000);
  const start = referral.expectedStartOn;
  return {
    position: ordinal(position, language),
    start: start === null ? texts(language)('dispatch.referral-offer.no-start') : day(start, language),
    waited: duration(waited, language),
  };
}
