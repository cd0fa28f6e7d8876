import { z } from 'zod';
import type { Actor } from '../../../contracts/actor.js';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { referencesIn } from '../../../domain/reference.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Present } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { mayBeSeen } from '../viewer.js';
import { caseCards } from '../../../domain/case/cards.js';

/** The card of the actor's side; null when the referral is none of his or hers: then it does not exist. */
function cardFor(referral: Referral, actor: Actor): Present | null {
  const { sides } = caseActor(actor, referral);
  const referralId = { referralId: referral.id };
  if (sides.includes('clb')) {
    const asker = actor.conversation.scope === 'personal' ? { asker: actor.person.id } : {};
    return caseCards.post.shown({ ...referralId, ...asker });
  }
  if (sides.includes('provider') && mayBeSeen(actor, 'see-offer', referral)) return caseCards.offer.shown(referralId);
  return mayBeSeen(actor, 'see-post', referral) ? caseCards.post.shown({ ...referralId, side: 'desk' }) : null;
}

async function load(
  read: Read,
  { reference }: { reference: string },
  context: ActionContext,
): Promise<{ readonly card: Present } | Refusal> {
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
