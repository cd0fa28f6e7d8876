import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTable, mayDo, roundTableSubject } from './act-on-round-table.js';

/** Gehouden: whoever was there says so, in one press (R15). */
export const confirmRoundTable = action({
  slug: 'confirm-round-table',
  subject: roundTableSubject,
  fields: z.object({}),
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['note-held'], context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'note-held' }, context),
});
