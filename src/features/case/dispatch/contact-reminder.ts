import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view } from '../../../contracts/action.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { factLines, headerOf } from './referral-facts.js';

/** To the provider's coordinator, in personal chat: the CLB waits for contact (R9). */
export const contactReminder = view({
  slug: 'contact-reminder',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  fill(facts, context) {
    const { referral, provider } = facts;
    const { language, now } = context;
    const say = texts(language);
    const waits = referral.state === 'delivered' && referral.contactBy !== null;
    const told = {
      provider: plain(provider?.name ?? ''),
      moment: waits ? moment(referral.contactBy!, language, now) : '',
    };
    return {
      ...headerOf(facts, context),
      referralId: referral.id,
      facts: factLines(facts, context),
      asked: waits ? say('dispatch.contact-reminder.asked', told) : say('dispatch.contact-reminder.settled'),
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('dispatch.contact-reminder.summary', { reference: referral.reference }),
});
