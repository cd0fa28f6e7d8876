import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { notReceivedReasons } from '../../../domain/case/events.js';
import { offerReceipt } from '../../../domain/case/posts.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** The post did not reach the provider: the referral is with the desk, which phones. */
export const missReferral = job({
  name: offerReceipt.failed,
  subject: z.object({ referralId: id<ReferralId>(), reason: z.enum(notReceivedReasons).catch('other') }),
  async load(read, { referralId, reason }) {
    const facts = await read.caseOf(referralId);
    return facts === null ? null : { facts, reason };
  },
  decide: ({ facts, reason }, context) => actByClock(facts, { act: 'miss', reason }, context),
});
