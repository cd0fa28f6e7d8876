import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import { askedCards } from './asked.js';
import { tellChanged } from './changed-line.js';
import { keepingFor, loadKeeper, type Keeper } from './keeper.js';
import { lineId } from './line-params.js';
import { lineTold } from './line-told.js';
import { keepersOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';

/** `ik word beheerder`: from now on this person is asked whether the line is still right; the keeper until now is told. */
export const takeOverLine = action({
  slug: 'take-over-line',
  subject: z.object({ lineId }),
  fields: z.object({}),
  async load(read, { lineId: id }): Promise<{ line: HelpLine; keeper: Keeper } | Refusal> {
    const line = await read.helpLine(id);
    return line === null ? { refused: 'not-found' } : { line, keeper: await loadKeeper(read, line) };
  },
  may: (_loaded, { actor }) => keepersOnly(actor),
  decide({ line, keeper }, _fields, { actor, now }): Outcome {
    const reply = { ...lineCards.card.shown({ lineId: line.id }), note: { key: 'keeper-now' } };
    if (line.keeperId === actor.person.id) return { reply };
    const row = { ...line, keeperId: actor.person.id, keeperOrganisationId: keepingFor(actor)?.id ?? null };
    const told = lineTold(line.id, { what: 'keeper-changed', before: {}, after: {} });
    return {
      changes: [{ put: 'helpLine', row }, ...told.changes],
      entries: told.entries,
      notices: keeper.person === null && keeper.team === null ? [] : tellChanged(line, keeper, now),
      refresh: [...askedCards(line), ...askedCards(row)],
      reply,
    };
  },
});
