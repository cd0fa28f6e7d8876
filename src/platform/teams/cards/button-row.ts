import { MAX_ACTIONS_IN_ROW } from './check-template.js';
import { isObject, type Json, type JsonObject } from './json-tree.js';

/** Behind “…”: it takes no room in the row. */
export const isInMenu = (action: JsonObject): boolean => action['mode'] === 'secondary';

const inMenu = (action: JsonObject): JsonObject => ({
  ...action,
  mode: 'secondary',
  ...(isObject(action['fallback'] ?? null) ? { fallback: inMenu(action['fallback'] as JsonObject) } : {}),
});

/** What a card in a chat leaves for its buttons, and what they take of it: measured in Microsoft's renderer, in pixels. */
const room = { row: 414, letter: 7.6, edges: 26, gap: 8, menu: 32 };

const widthOf = ({ title }: JsonObject): number => String(title ?? '').length * room.letter + room.edges + room.gap;

/** Whether so many of these stand on one line, with “…” behind them when there is a menu. */
const fits = (shown: readonly JsonObject[], hasMenu: boolean): boolean =>
  shown.length <= MAX_ACTIONS_IN_ROW &&
  shown.reduce((sum, one) => sum + widthOf(one), -room.gap) + (hasMenu ? room.menu : 0) <= room.row;

/** How many of a row stay in sight: what does not fit on one line would fall to a second, the “…” alone on it. */
function countShown(open: readonly JsonObject[], hasMenu: boolean): number {
  if (fits(open, hasMenu)) return open.length;
  const most = Math.min(open.length, MAX_ACTIONS_IN_ROW);
  for (let count = most; count > 1; count -= 1)
    if (fits(open.slice(0, count), hasMenu || count < open.length)) return count;
  return 1;
}

/** One row of buttons: what comes after the third, or does not fit on its line, goes behind “…”. */
export function buttonRow(actions: Json): Json {
  if (!Array.isArray(actions)) return actions;
  const open = actions.filter((action): action is JsonObject => isObject(action) && !isInMenu(action));
  const hidden = new Set(open.slice(countShown(open, open.length < actions.length)));
  return actions.map((action) => (isObject(action) && hidden.has(action) ? inMenu(action) : action));
}
