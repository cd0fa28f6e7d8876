import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import type { RoundTableId } from '../../../domain/ids.js';
import { roundTableCards, roundTableForms } from '../../../domain/round-table/cards.js';
import { isRoundTableDenied, planNext } from '../../../domain/round-table/decide.js';
import type { Slot } from '../../../domain/round-table/appointment.js';
import { roundTableKinds, type RoundTableKind } from '../../../domain/round-table/round-table.js';
import { texts } from '../../../texts/index.js';
import {
  doIt,
  inNameOf,
  loadTable,
  mayDo,
  momentOf,
  roundTableSubject,
  type TableFacts,
} from './act-on-round-table.js';
import { headOf } from './round-table-head.js';
import { slotForm } from './slot-form.js';
import { readSlot, slotFields } from './typed-slot.js';

const nextKinds = roundTableKinds.filter((kind) => kind !== 'start');

/**
 * Plannen: day, hour, where and who on one card (R10); after one that was held, the next one (R15): interim or closing. Both
 * sides then have its card, and the file for their calendars. Errors: those of `slotFields` and `readSlot`.
 */
export const planRoundTable = action({
  slug: 'plan-round-table',
  subject: roundTableSubject,
  fields: slotFields.extend({ kind: z.enum(nextKinds).catch('interim') }),
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['plan', 'plan-next'], context),
  form(facts, context, filled) {
    const { language } = context.actor;
    const isNext = facts.table.state === 'held';
    const kinds = nextKinds.map((value) => ({ value, title: texts(language)(`round-table.kind.${value}`) }));
    const { typed, ...fields } = slotForm(facts, null, context, filled);
    return {
      ...headOf(facts, language),
      ...fields,
      kinds: isNext ? kinds : null,
      typed: { ...typed, kind: filled.typed['kind'] ?? nextKinds[0] ?? null },
    };
  },
  decide(facts, { kind, ...typed }, context): Outcome | Refusal {
    const read = readSlot(typed, context);
    if ('errors' in read) return { reply: roundTableForms.plan.again(subjectOf(facts), read.errors) };
    return facts.table.state === 'held'
      ? next(facts, kind, read.slot, context)
      : doIt(facts, { act: 'plan', slot: read.slot }, context);
  },
});

const subjectOf = ({ table, side }: TableFacts) => ({
  roundTableId: table.id,
  ...(side === undefined ? {} : { side }),
});

function next(facts: TableFacts, kind: RoundTableKind, slot: Slot, context: ActionContext): Outcome | Refusal {
  const events = planNext(facts.table, kind, slot, momentOf(context, facts));
  if (isRoundTableDenied(events)) return { refused: 'outdated' };
  const id = context.newId<RoundTableId>();
  return {
    roundTables: [{ id, before: null, events: inNameOf(events, facts, context) }],
    reply: roundTableCards.card.shown({ roundTableId: id, side: facts.side }),
  };
}
