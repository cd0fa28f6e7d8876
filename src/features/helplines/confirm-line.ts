import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { HelpLineId } from '../../domain/ids.js';
import { askedCards, askedShape } from './asked.js';
import { lineId } from './line-params.js';
import { lineTold } from './line-told.js';
import { keepersOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';

/** Says of a line that it is right today: stored with its history, and no longer asked after. */
export function confirmed(
  line: HelpLine,
  { now, calendar }: Pick<ActionContext, 'now' | 'calendar'>,
): Required<Pick<Outcome, 'changes' | 'entries'>> {
  const { changes, entries } = lineTold(line.id, { what: 'confirmed', before: {}, after: {} });
  const row = { ...line, assuredOn: calendar.dayOf(now), askedOn: null };
  return { changes: [{ put: 'helpLine', row }, ...changes], entries };
}

/** Where the press came from: the card of a round, otherwise the line's own card. */
export const roundOnButton = z.object(askedShape).partial();
export const backTo = (id: HelpLineId, { round, of, id: who }: z.output<typeof roundOnButton>) =>
  round !== undefined && of !== undefined && who !== undefined
    ? lineCards.toConfirm.shown({ round, of, id: who })
    : lineCards.card.shown({ lineId: id });

/** `klopt nog`: any linked team may say so, the keeper is who is asked. Twice on one day is once. */
export const confirmLine = action({
  slug: 'confirm-line',
  subject: z.object({ lineId, ...roundOnButton.shape }),
  fields: z.object({}),
  async load(read, { lineId: id, ...round }): Promise<{ line: HelpLine; round: typeof round } | Refusal> {
    const line = await read.helpLine(id);
    return line === null ? { refused: 'not-found' } : { line, round };
  },
  may: (_loaded, { actor }) => keepersOnly(actor),
  decide({ line, round }, _fields, context): Outcome {
    const reply = { ...backTo(line.id, round), note: { key: 'line-confirmed' } };
    if (line.assuredOn === context.calendar.dayOf(context.now) && line.askedOn === null) return { reply };
    return { ...confirmed(line, context), refresh: askedCards(line), reply };
  },
});
