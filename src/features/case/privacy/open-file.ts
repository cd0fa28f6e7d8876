import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { action } from '../../../contracts/action.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import { deskReasons, type DeskReason } from '../../../contracts/jobs.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { ReferralId } from '../../../domain/ids.js';
import { providerIsAddressed } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';

interface FileFacts {
  readonly referral: Referral;
  /** Why it stands before the desk, when it is opened from there: the way back. */
  readonly why: DeskReason | null;
}

/**
 * Gegevens bekijken: the personal data, answered to this one person and written to the read log. For the referrer's CLB
 * and the desk always; for the addressed provider from delivery until its answer closes its part (`file-closed`).
 */
export const openFile = action({
  slug: 'open-file',
  subject: z.object({
    referralId: id<ReferralId>(),
    why: z.enum(deskReasons).nullish(),
  }),
  fields: z.object({}),
  async load(read, { referralId, why }): Promise<FileFacts | Refusal> {
    const referral = await read.referral(referralId);
    return referral === null ? { refused: 'not-found' } : { referral, why: why ?? null };
  },
  may: ({ referral }, { actor }) => mayOpen(referral, actor),
  decide: ({ referral, why }) => ({
    changes: [{ put: 'readLog', row: { referralId: referral.id, what: 'case-file' } }],
    reply: { show: 'opened-file', with: { referralId: referral.id, ...(why === null ? {} : { why }) } },
  }),
});

function mayOpen(referral: Referral, actor: Actor): Refusal | null {
  if (isOf(actor, referral.clbId) || actsFor(actor, 'desk') !== null) return null;
  if (!isOf(actor, referral.providerId) || referral.deliveredAt === null) return { refused: 'not-yours' };
  if (providerIsAddressed(referral.state)) return null;
  return { refused: 'file-closed', show: { view: 'referral-offer', with: { referralId: referral.id } } };
}
