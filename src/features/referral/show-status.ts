import { z } from 'zod';
import { actsFor, isOf, type Actor } from '../../contracts/actor.js';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { referencesIn } from '../../domain/reference.js';
import type { Referral } from '../../domain/referral.js';

interface StatusFacts {
  readonly referral: Referral;
  readonly view: 'referral-post' | 'referral-offer';
}

/** The card of the actor's side; null when the referral is none of his or hers: then it does not exist. */
function viewFor(referral: Referral, actor: Actor): StatusFacts['view'] | null {
  if (isOf(actor, referral.clbId)) return 'referral-post';
  if (isOf(actor, referral.providerId) && referral.deliveredAt !== null) return 'referral-offer';
  return actsFor(actor, 'desk') === null ? null : 'referral-post';
}

async function load(read: Read, { reference }: { reference: string }, context: ActionContext): Promise<StatusFacts | Refusal> {
  const { actor, calendar, now } = context;
  const asked = referencesIn(reference, Number(calendar.dayOf(now).slice(0, 4)));
  for (const one of asked) {
    const referral = await read.referralByReference(one);
    const view = referral === null ? null : viewFor(referral, actor);
    if (referral !== null && view !== null) return { referral, view };
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
  decide: ({ referral, view }) => ({ reply: { show: view, with: { referralId: referral.id } } }),
});
