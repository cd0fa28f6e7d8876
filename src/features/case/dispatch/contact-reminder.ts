import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view } from '../../../contracts/action.js';
import type { ReferralId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { caseCard } from '../card/case-card.js';
import { caseLine } from '../card/case-line.js';
import { contactOf } from '../card/people.js';
import { caseCards } from '../../../domain/case/cards.js';

/** To the provider's coordinator, in personal chat: the CLB waits for contact (R9). */
export const contactReminder = view({
  slug: 'contact-reminder',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  fill(facts, context) {
    const { referral, provider, service } = facts;
    const { language } = context;
    const t = texts(language);
    return caseCard(
      facts,
      {
        reader: 'provider',
        may: new Set(),
        title: plain(service?.name ?? provider?.name ?? ''),
        line: caseLine(facts, context),
        next: t(
          referral.state === 'delivered' ? 'dispatch.contact-reminder.asked' : 'dispatch.contact-reminder.settled',
        ),
        people: [contactOf(facts.referrer, facts.clb, language)],
        chatWith: facts.referrer,
        way: { title: t('dispatch.contact-reminder.show'), view: caseCards.offer.slug },
      },
      context,
    );
  },
  summary: ({ referral }, { language }) =>
    texts(language)('dispatch.contact-reminder.summary', { reference: referral.reference }),
});
