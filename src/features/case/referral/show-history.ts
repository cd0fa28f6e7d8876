import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isOf } from '../../../contracts/actor.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { referencesIn } from '../../../domain/reference.js';
import { caseViews } from '../case-views.js';
import type { Present } from '../act-on-case.js';
import { mayBeSeen } from '../viewer.js';

async function load(
  read: Read,
  { reference }: { reference: string },
  { actor, calendar, now }: ActionContext,
): Promise<{ readonly card: Present } | Refusal> {
  const asked = referencesIn(reference, Number(calendar.dayOf(now).slice(0, 4)));
  for (const one of asked) {
    const referral = await read.referralByReference(one);
    if (referral !== null && mayBeSeen(actor, 'see-history', referral))
      return {
        card: caseViews.history.shown({
          referralId: referral.id,
          ...(isOf(actor, referral.clbId) ? {} : { why: 'desk' }),
        }),
      };
  }
  return asked[0] === undefined
    ? { refused: 'reference-unclear' }
    : { refused: 'reference-unknown', values: { reference: asked[0] } };
}

/**
 * `geschiedenis 2026-0042`: what happened to a referral, for its CLB and the desk. To anybody else it says the same as of a
 * number that does not exist: `reference-unknown`; `reference-unclear` when it is no number.
 */
export const showHistory = action({
  slug: 'show-history',
  words: { nl: ['geschiedenis', 'geschiedenis van'], en: ['history', 'history of'], rest: 'reference' },
  subject: z.object({ reference: z.string().default('') }),
  fields: z.object({}),
  load,
  may: () => null,
  decide: ({ card }) => ({ reply: card }),
});
