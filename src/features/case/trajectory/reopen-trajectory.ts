import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { happens } from '../act-on-case.js';
import { doIt, loadTrajectory, mayDo, present, trajectorySubject } from './act-on-trajectory.js';

/** Heropenen, within two weeks; not when the pupil has a place elsewhere by now (one start in a trail). */
export const reopenTrajectory = action({
  slug: 'reopen-trajectory',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'reopen', context),
  decide(facts, _fields, context): Outcome | Refusal {
    const done = doIt(facts, { act: 'reopen' }, context);
    if (isRefusal(done) || done.trajectories === undefined) return done;
    const change = happens(facts, { act: 'reopen' }, context, present(facts));
    return isRefusal(change) ? change : { ...done, cases: [change] };
  },
});
