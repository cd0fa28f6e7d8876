import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { offerReceipt } from '../../../domain/case/posts.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** Teams has taken the post in the provider's channel: it is delivered, and the term for contact runs (R9). */
export const receiveReferral = job({
  name: offerReceipt.accepted,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  decide: (facts, context) => actByClock(facts, { act: 'receive' }, context),
});
