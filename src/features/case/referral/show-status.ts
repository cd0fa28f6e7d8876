import { z } from 'zod';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Refusal, Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { referencesIn } from '../../../domain/reference.js';
import type { Referral } from '../../../domain/case/referral.js';

type Card = Extract<Reply, { show: string }>;

/** The card of the actor's side; null when the referral is none of his or hers: then it does not exist. */
function cardFor({ id, clbId, providerId, deliveredAt }: Referral, actor: Actor): Card | null {
  const referralId = { referralId: id };
  if (isOf(actor, clbId)) return { show: 'referral-post', with: referralId };
  if (isOf(actor, providerId) && deliveredAt !== null) return { show: 'referral-offer', with: referralId };
  return actsFor(actor, 'desk') === null ? null : { show: 'referral-post', with: { ...referralId, side: 'desk' } };
}

async function load(
  read: Read,
  { reference }: { reference: string },
  context: ActionContext,
): Promise<{ readonly card: Card } | Refusal> {
  const { actor, calendar, now } = context;
  const asked = referencesIn(reference, Number(calendar.dayOf(now).slice(0, 4)));
  for (const one of asked) {
    const referral = await read.referralByReference(one);
    const card = referral === null ? null : cardFor(referral, actor);
    if (card !== null) return { card };
  }
  return asked[0] === undefined
    ? { refused: 'reference-unclear' }
    : { refused: 'reference-unknown', values: { reference: asked[0] } };
}

/**
 * `status 2026-0042`: the present state, for the referrer's CLB, the provider and the desk. To anybody else it says the
 * same as of a number that does not exist: `reference-unknown`; `reference-unclear` when it is no number.
 */
export const showStatus = action({
  slug: 'show-status',
  words: { nl: ['status', 'status van'], en: ['status', 'status of'], rest: 'reference' },
  subject: z.object({ reference: z.string().default('') }),
  fields: z.object({}),
  load,
  may: () => null,
  decide: ({ card }) => ({ reply: card }),
});
