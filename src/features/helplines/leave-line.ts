import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Notice, Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { Organisation } from '../../domain/organisation.js';
import { askedCards, askedKey, type Asked } from './asked.js';
import { backTo, roundOnButton } from './confirm-line.js';
import { keeps } from './keeper.js';
import { lineId } from './line-params.js';
import { lineTold } from './line-told.js';
import { lineCards } from './line-cards.js';

interface Loaded {
  readonly line: HelpLine;
  readonly desk: Organisation | null;
  readonly round: {
    readonly round?: string | undefined;
    readonly of?: Asked['of'] | undefined;
    readonly id?: string | undefined;
  };
}

/**
 * `ik stop als beheerder`: nobody keeps the line until somebody takes it over. When it was being asked after, the desk is
 * asked instead.
 */
export const leaveLine = action({
  slug: 'leave-line',
  subject: z.object({ lineId, ...roundOnButton.shape }),
  fields: z.object({}),
  async load(read, { lineId: id, ...round }): Promise<Loaded | Refusal> {
    const line = await read.helpLine(id);
    const [desk = null] = await read.organisations('desk');
    return line === null ? { refused: 'not-found' } : { line, desk, round };
  },
  may: ({ line }, { actor }) =>
    keeps(line, actor) || isFree(line)
      ? null
      : { refused: 'only-keeper', show: lineCards.card.instead({ lineId: line.id }) },
  decide({ line, desk, round }): Outcome {
    const reply = { ...backTo(line.id, round), note: { key: 'keeper-gone' } };
    if (isFree(line)) return { reply };
    const row = { ...line, keeperId: null, keeperOrganisationId: null };
    const told = lineTold(line.id, { what: 'keeper-changed', before: {}, after: {} });
    return {
      changes: [{ put: 'helpLine', row }, ...told.changes],
      entries: told.entries,
      notices: desk === null ? [] : askDesk(line, desk),
      refresh: askedCards(line),
      reply,
    };
  },
});

const isFree = ({ keeperId, keeperOrganisationId }: HelpLine): boolean =>
  keeperId === null && keeperOrganisationId === null;

/** The desk's own card of the round; it is there already when other lines have no keeper either. */
function askDesk({ askedOn }: HelpLine, desk: Organisation): Notice[] {
  if (askedOn === null) return [];
  const asked: Asked = { round: askedOn, of: 'desk', id: 'desk' };
  return [{ key: askedKey(asked), ...lineCards.toConfirm.with(asked), to: { organisation: desk.id } }];
}
