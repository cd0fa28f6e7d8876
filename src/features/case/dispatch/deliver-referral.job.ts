import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { caseJobs } from '../../../domain/case/clocks.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** Delivers a registered referral while the desk is active; when it turns out to be closed, at its next opening (R4). */
export const deliverReferral = job({
  name: caseJobs.deliver,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  decide: (facts, context) => actByClock(facts, { act: 'deliver', now: false }, context),
});
