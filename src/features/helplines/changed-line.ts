import type { ActionContext } from '../../contracts/action.js';
import type { Notice, Outcome } from '../../contracts/outcome.js';
import { differences, type HelpLine, type LineChange } from '../../domain/helpline/help-line.js';
import { askedCards } from './asked.js';
import { lineTold } from './line-told.js';
import { tellKeeper, type Keeper } from './keeper.js';
import { lineCards } from './line-cards.js';

interface Changed {
  /** As it stood, with the version that was read. */
  readonly before: HelpLine;
  /** As it becomes. */
  readonly after: HelpLine;
  readonly what: LineChange['what'];
  readonly undoes?: string;
  readonly keeper: Keeper;
}

/**
 * A line was changed by hand: stored with its history, confirmed today by who changed it, told to its keeper when that was
 * somebody else, and no longer asked after.
 */
export function changedLine(
  { before, after, what, undoes, keeper }: Changed,
  { actor, now, calendar }: ActionContext,
): Pick<Outcome, 'changes' | 'entries' | 'notices' | 'refresh'> {
  const row = { ...after, assuredOn: calendar.dayOf(now), askedOn: null, updatedAt: now };
  const { changes, entries } = lineTold(before.id, { what, ...differences(before, after), undoes: undoes ?? null });
  const told = keeperHears(before, keeper, actor.person.id) ? tellChanged(before, keeper, now) : [];
  return { changes: [{ put: 'helpLine', row }, ...changes], entries, notices: told, refresh: askedCards(before) };
}

/** A line that nobody keeps has nobody to tell; who did it knows already. */
const keeperHears = (line: HelpLine, { person, team }: Keeper, by: string): boolean =>
  (person !== null || team !== null) && line.keeperId !== by;

/** Tells the keeper what another team did with the line; the card reads the change from the history. */
export const tellChanged = (line: HelpLine, keeper: Keeper, now: Date): Notice[] =>
  tellKeeper(keeper, {
    key: `line:${line.id}:changed:${line.version}`,
    ...lineCards.changed.with({ lineId: line.id, at: now.toISOString() }),
    mention: keeper.by === 'team' ? line.keeperId : null,
  });
