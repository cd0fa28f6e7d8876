import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine, LineChange } from '../../domain/helpline/help-line.js';
import { canTakeBack } from '../../domain/helpline/take-back.js';
import { changedLine } from './changed-line.js';
import { loadKeeper, mayPutBack, type Keeper } from './keeper.js';
import { keepersOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';

interface Loaded {
  readonly change: LineChange;
  readonly line: HelpLine;
  readonly keeper: Keeper;
  /** This change was taken back already. */
  readonly wasUndone: boolean;
}

/**
 * Takes one change of a line back, as long as nothing it changed was changed again; that too stands in the history. A typed
 * value that it would bring back is for who keeps the line, and for who made the change.
 */
export const undoLineChange = action({
  slug: 'undo-line-change',
  subject: z.object({ changeId: z.uuid() }),
  fields: z.object({}),
  async load(read, { changeId }): Promise<Loaded | Refusal> {
    const change = await read.lineChange(changeId);
    const line = change === null ? null : await read.helpLine(change.lineId);
    if (change === null || line === null) return { refused: 'not-found' };
    const [last] = await read.lineChanges(line.id);
    return { change, line, keeper: await loadKeeper(read, line), wasUndone: last?.undoes === change.id };
  },
  may: ({ change, line }, { actor }) =>
    keepersOnly(actor) ??
    (mayPutBack(change, line, actor)
      ? null
      : { refused: 'only-keeper', show: lineCards.history.instead({ lineId: line.id }) }),
  decide({ change, line, keeper, wasUndone }, _fields, context): Outcome | Refusal {
    const show = lineCards.history.instead({ lineId: line.id });
    const reply = { ...lineCards.history.shown({ lineId: line.id }), note: { key: 'line-undone' } };
    if (wasUndone) return { reply };
    if (!canTakeBack(change, line)) return { refused: 'line-changed-since', show };
    const after: HelpLine = { ...line, ...change.before };
    const changed = changedLine({ before: line, after, what: 'undone', undoes: change.id, keeper }, context);
    return { ...changed, reply };
  },
});
