import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { can } from '../../../domain/case/policy.js';
import type { ReferralId } from '../../../domain/ids.js';
import { act } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { caseCards } from '../../../domain/case/cards.js';
import { caseViews } from '../case-views.js';

interface Opening extends CaseFacts {
  /** Pressed before the desk: the way back. */
  readonly why: string | null;
}

interface Subject {
  readonly referralId: ReferralId;
  readonly why?: string | null | undefined;
}

/**
 * Gegevens bekijken: the personal data, answered to this one person and written to the read log. Who may, and until when,
 * stands in the policy of a case. A provider whose part is closed hears so, with the card as it is now.
 */
export const openFile = action({
  slug: 'open-file',
  subject: z.object({
    referralId: id<ReferralId>(),
    why: z.string().nullish(),
  }),
  fields: z.object({}),
  opensPersonal: true,
  async load(read, { referralId, why }: Subject): Promise<Opening | Refusal> {
    const facts = await read.caseOf(referralId);
    return facts === null ? { refused: 'not-found' } : { ...facts, why: why ?? null };
  },
  may,
  decide({ why, ...facts }, _fields, context) {
    const referralId = facts.referral.id;
    const opened = caseViews.openedFile.shown({ referralId, ...(why === null ? {} : { why }) });
    return act(facts, { act: 'open-file', what: 'case-file' }, context, opened);
  },
});

function may({ referral }: Opening, { actor, now }: ActionContext): Refusal | null {
  const who = caseActor(actor, referral);
  if ('side' in can(who, 'open-file', referral, now)) return null;
  if ('denied' in can(who, 'see-offer', referral, now)) return { refused: 'not-yours' };
  return { refused: 'file-closed', show: caseCards.offer.instead({ referralId: referral.id }) };
}
