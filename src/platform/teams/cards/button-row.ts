import { MAX_ACTIONS_IN_ROW } from './check-template.js';
import { isObject, type Json, type JsonObject } from './json-tree.js';

/** Behind “…”: it takes no room in the row. */
export const isInMenu = (action: JsonObject): boolean => action['mode'] === 'secondary';

const inMenu = (action: JsonObject): JsonObject => ({
  ...action,
  mode: 'secondary',
  ...(isObject(action['fallback'] ?? null) ? { fallback: inMenu(action['fallback'] as JsonObject) } : {}),
});

/** A row of buttons in which what comes after the third goes behind “…”, where what is put there already stands. */
export function buttonRow(actions: Json): Json {
  if (!Array.isArray(actions)) return actions;
  let shown = 0;
  return actions.map((action) => {
    if (!isObject(action) || isInMenu(action)) return action;
    shown += 1;
    return shown > MAX_ACTIONS_IN_ROW ? inMenu(action) : action;
  });
}
