import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { caseJobs } from '../../../domain/case/clocks.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** The clock of R9: provider → its coordinator → the desk, each once, in the desk's working time. */
export const remindContact = job({
  name: caseJobs.remind,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  decide: (facts, context) => actByClock(facts, { act: 'remind' }, context),
});
