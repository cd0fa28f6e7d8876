import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { aboutWhom, stateWord } from '../../../texts/referral-words.js';
import { threadLine } from '../card/thread-link.js';
import { caseCard } from '../card/case-card.js';
import { caseFacts } from '../card/case-facts.js';
import { contactOf } from '../card/people.js';
import { waitingFigures } from '../card/waiting-figures.js';
import { actsOnCard, mayBeSeen } from '../viewer.js';
import { expectedOf } from './expected.js';
import { earlierLine } from '../card/earlier-line.js';
import { isClosedForProvider, nameLines } from '../card/answered-line.js';

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
    const isClosed = isClosedForProvider(referral);
    return caseCard(
      facts,
      {
        reader: 'provider',
        may,
        ...headingOf(facts, context),
        next: expectedOf(facts, context),
        figures: referral.state === 'waitlisted' ? waitingFigures(facts, context) : null,
        people: [contactOf(facts.referrer, facts.clb, context.language)],
        chatWith: facts.referrer,
        facts: isClosed ? [] : caseFacts(referral, context),
        notes: [
          ...nameLines(facts, context),
          isClosed ? null : earlierLine(facts, context),
          isClosed ? null : amendedLine(facts, context),
          threadLine(facts.threads.provider, context),
        ],
        maySignal: !may.has('place'),
      },
      context,
    );
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

/** For whom, and which referral. Once a provider's part is closed, only which referral it was and who referred it. */
function headingOf({ referral }: CaseFacts, { language, now }: ViewContext): { title: string; line: string } {
  const t = texts(language);
  const { reference, registeredAt } = referral;
  const at = moment(registeredAt, language, now);
  const about = isClosedForProvider(referral) ? '' : aboutWhom(referral, language);
  return about === ''
    ? { title: t('case.card.reference', { reference }), line: at }
    : { title: about, line: t('case.card.offer-line', { reference, moment: at }) };
}

/** `Gewijzigd: Telefoon, ma 16 nov., 10.05 u.`: what the CLB put right last after sending. */
function amendedLine({ history }: CaseFacts, { language, now }: ViewContext): string | null {
  const last = history.findLast(({ name }) => name === 'amended');
  if (last === undefined) return null;
  const question = String(last.data['field']);
  return texts(language)('dispatch.referral-offer.amended', {
    question: textAt(language, `intake.facts.${question}`) ?? question,
    moment: moment(last.at, language, now),
  });
}
