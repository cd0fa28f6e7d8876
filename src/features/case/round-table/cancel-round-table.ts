import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { whenOf } from '../../../texts/appointment-words.js';
import { doIt, loadTable, mayDo, roundTableSubject } from './act-on-round-table.js';
import { headOf } from './round-table-head.js';

/** Afgelasten: the other side reads it, calendars take it away. A first round table is then to be planned again; of the others it is asked. */
export const cancelRoundTable = action({
  slug: 'cancel-round-table',
  subject: roundTableSubject,
  fields: z.object({ again: z.enum(['yes', 'no']).catch('yes') }),
  load: loadTable,
  may: (facts, context) => mayDo(facts, ['cancel'], context),
  form(facts, context, { typed }) {
    const { appointment, kind } = facts.table;
    const { now, calendar, actor } = context;
    return {
      ...headOf(facts, actor.language),
      when: appointment === null ? null : whenOf(appointment, { now, calendar, language: actor.language }),
      asksAgain: kind !== 'start',
      typed: { again: typed['again'] ?? 'yes' },
    };
  },
  decide: (facts, { again }, context) => doIt(facts, { act: 'cancel', again: again === 'yes' }, context),
});
