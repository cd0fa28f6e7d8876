import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { caseJobs } from '../../../domain/case/clocks.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** An answer does not come: who is to give it is reminded, then it stands before the desk. */
export const remindQuestion = job({
  name: caseJobs.remindQuestion,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  decide: (facts, context) => actByClock(facts, { act: 'remind-question' }, context),
});
