import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal, type Reply } from '../../../contracts/outcome.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { isLiveTrajectory } from '../../../domain/trajectory/states.js';
import { currentTrajectory } from '../../../domain/trajectory/trajectory.js';
import { doIt, loadTable, mayDo, roundTableSubject, type TableFacts } from './act-on-round-table.js';

/** Gehouden: whoever was there says so, in one press (R15). After the first, what the school hears is agreed. */
export const confirmRoundTable = action({
  slug: 'confirm-round-table',
  subject: roundTableSubject,
  fields: z.object({}),
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['note-held'], context),
  decide(facts, _fields, context): Outcome | Refusal {
    const done = doIt(facts, { act: 'note-held' }, context);
    const agree = schoolForm(facts);
    return isRefusal(done) || agree === null ? done : { ...done, reply: agree };
  },
});

/** At the first round table it is agreed what the school hears and when (R14): that is asked next; null when it was. */
function schoolForm({ table, side, trajectories }: TableFacts): Reply | null {
  const one = currentTrajectory(trajectories);
  if (table.kind !== 'start' || one === null || one.schoolPlan !== null || !isLiveTrajectory(one)) return null;
  return trajectoryForms.agreeSchool.opened({ trajectoryId: one.id, side: side ?? table.organiser });
}
