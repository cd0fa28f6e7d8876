import { action } from '../../../contracts/action.js';
import { doIt, loadTable, mayDo, roundTableSubject } from './act-on-round-table.js';
import { headOf } from './round-table-head.js';
import { slotForm } from './slot-form.js';
import { readSlot, slotFields } from './typed-slot.js';
import { roundTableForms } from '../../../domain/round-table/cards.js';

/** Verplaatsen: another moment or place; the other side reads old and new, calendars take over the new one. Errors: as of `plan-round-table`. */
export const moveRoundTable = action({
  slug: 'move-round-table',
  subject: roundTableSubject,
  fields: slotFields,
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['move'], context),
  form: (facts, context, filled) => ({
    ...headOf(facts, context.actor.language),
    ...slotForm(facts, facts.table.appointment, context, filled),
  }),
  decide(facts, typed, context) {
    const read = readSlot(typed, context);
    if ('errors' in read)
      return {
        reply: roundTableForms.move.again({ roundTableId: facts.table.id, side: facts.side }, read.errors),
      };
    return doIt(facts, { act: 'move', slot: read.slot }, context);
  },
});
