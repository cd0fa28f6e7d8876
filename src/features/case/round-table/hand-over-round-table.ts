import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTable, mayDo, roundTableSubject } from './act-on-round-table.js';

/** Laten plannen: the other side organises this round table (R10 is a setting of the provider; here it is agreed otherwise). */
export const handOverRoundTable = action({
  slug: 'hand-over-round-table',
  subject: roundTableSubject,
  fields: z.object({}),
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['hand-over'], context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'hand-over' }, context),
});
