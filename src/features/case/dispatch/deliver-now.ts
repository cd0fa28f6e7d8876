import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { action } from '../../../contracts/action.js';
import { actsFor } from '../../../contracts/actor.js';
import { deskReasons, type DeskReason } from '../../../contracts/jobs.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { ReferralId } from '../../../domain/ids.js';
import { deliver, loadDelivery, type DeliveryFacts } from './deliver.js';

interface NowFacts extends DeliveryFacts {
  readonly why: DeskReason;
}

/** Nu bezorgen: the desk delivers at once, also outside its active hours (R4). */
export const deliverNow = action({
  slug: 'deliver-now',
  subject: z.object({
    referralId: id<ReferralId>(),
    why: z.enum(deskReasons).default('chooses'),
  }),
  fields: z.object({}),
  async load(read, { referralId, why }): Promise<NowFacts | Refusal> {
    const facts = await loadDelivery(read, referralId);
    return facts === null ? { refused: 'not-found' } : { ...facts, why };
  },
  may: (_facts, { actor }) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  decide(facts, _fields, context) {
    const { referral, why } = facts;
    const card = deskCard(referral.id, why);
    if (referral.state !== 'registered' && referral.deliveredAt === null)
      return { refused: 'outdated', show: { view: card.show, with: card.with } };
    return { ...deliver(facts, 'desk', context), reply: card };
  },
});

const deskCard = (referralId: ReferralId, why: DeskReason) =>
  ({ show: 'desk-referral', with: { referralId, why } }) as const;
