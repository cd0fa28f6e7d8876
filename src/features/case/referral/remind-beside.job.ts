import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { caseJobs } from '../../../domain/case/clocks.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** A referral still runs beside a place of the same trail: the CLB is reminded that it was asked, then it stands before the desk. */
export const remindBeside = job({
  name: caseJobs.remindBeside,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  decide: (facts, context) => actByClock(facts, { act: 'remind-beside' }, context),
});
