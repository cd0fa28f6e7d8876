import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTable, mayDo, roundTableSubject } from './act-on-round-table.js';

/** Niet gehouden: another moment is to be found, by a day. Also puts a mistaken "gehouden" right. */
export const missRoundTable = action({
  slug: 'miss-round-table',
  subject: roundTableSubject,
  fields: z.object({}),
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['note-not-held'], context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'note-not-held' }, context),
});
