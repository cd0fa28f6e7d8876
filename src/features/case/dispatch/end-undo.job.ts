import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { caseJobs } from '../../../domain/case/clocks.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** The time in which an answer could be taken back has passed: no card offers it any more. */
export const endUndo = job({
  name: caseJobs.endUndo,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  decide: (facts, context) => actByClock(facts, { act: 'end-undo' }, context),
});
