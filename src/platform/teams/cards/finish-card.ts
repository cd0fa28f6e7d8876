import { keepTogether } from '../../../texts/keep-together.js';
import { buttonRow } from './button-row.js';
import { CardError } from './card-error.js';
import { LOOP_MARK } from './complete-template.js';
import { isObject, stepTo, type Json, type JsonObject } from './json-tree.js';
import { nameRow } from './name-rows.js';

/** Stands for the `${` that a person typed, so that it is never taken for a binding left open. */
const TYPED = '\uE000{';
const BINDING = '${';

/** Containers that disappear when nothing is left in them, with the property that holds their content. */
const CONTENT: Readonly<Record<string, string>> = {
  Container: 'items',
  Column: 'items',
  ColumnSet: 'columns',
  ActionSet: 'actions',
  FactSet: 'facts',
};

const TEXTS = ['text', 'title', 'label', 'placeholder', 'errorMessage'];

/** A copy of the data for the template engine (it may change what it gets): JSON only, typed `${` marked. */
export const shield = (value: unknown, card: string, root: string): Json | undefined =>
  shieldNode(value, { card, key: root, above: null });

function shieldNode(value: unknown, spot: Spot): Json | undefined {
  if (typeof value === 'string') return value.includes(BINDING) ? value.replaceAll(BINDING, TYPED) : value;
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item, index) => shieldNode(item, under(spot, index)) ?? null);
  if (value === undefined) return undefined;
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new CardError(spot.card, pathOf(spot), 'the data is not plain JSON');
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value as object)) {
    const shielded = shieldNode(item, under(spot, key));
    if (shielded !== undefined) copy[key] = shielded;
  }
  return copy;
}

/**
 * Makes an expanded template ready to send: nothing left open, null properties and what they leave empty gone, a
 * fallback at each Action.Execute, a full name for what can be pressed, typed `${` back. Raises CardError naming the card and the path.
 */
export function finish(expanded: Json, card: string): JsonObject {
  return finishNode(expanded, { card, key: '', above: null }) as JsonObject;
}

/** Where in the tree we are. Its path is only put together when something is wrong there. */
interface Spot {
  readonly card: string;
  readonly key: string | number;
  readonly above: Spot | null;
}

const under = (above: Spot, key: string | number): Spot => ({ card: above.card, key, above });

const pathOf = ({ key, above }: Spot): string => (above === null ? String(key) : stepTo(pathOf(above), key));

/** The refresh of a card is no button: no client needs another one in its place. */
const isInRefresh = ({ key, above }: Spot): boolean =>
  above !== null && (above.above === null ? key === 'refresh' : isInRefresh(above));

function finishNode(node: Json, spot: Spot): Json | undefined {
  if (typeof node === 'string') return finishText(node, spot);
  if (Array.isArray(node)) {
    const items = node.map((item, index) => finishNode(item, under(spot, index)));
    return items.filter((item): item is Json => item !== undefined && item !== null);
  }
  return isObject(node) ? finishObject(node, spot) : node;
}

function finishObject(node: JsonObject, spot: Spot): JsonObject | undefined {
  if (isEmptyLoop(node, spot)) return undefined;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === LOOP_MARK) continue;
    const done = key === 'data' ? finishData(value, under(spot, key)) : finishNode(value, under(spot, key));
    if (done !== undefined && done !== null) copy[key] = drawnText(key, asText(node, key, done));
  }
  if (isLeftEmpty(copy, node)) return undefined;
  if (copy['type'] === 'ActionSet') return { ...copy, actions: buttonRow(copy['actions'] ?? []) };
  return copy['type'] === 'Action.Execute' ? withFallback(copy, spot) : nameRow(copy);
}

/** The data of a button goes out as it is. */
function finishData(node: Json, spot: Spot): Json {
  if (typeof node === 'string') return finishText(node, spot);
  if (Array.isArray(node)) return node.map((item, index) => finishData(item, under(spot, index)));
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node))
    if (key !== LOOP_MARK) copy[key] = finishData(value, under(spot, key));
  return copy;
}

/** Clients draw nothing for a number where a text belongs. */
function asText(node: JsonObject, key: string, value: Json): Json {
  const isText = TEXTS.includes(key) || (key === 'value' && node['type'] !== 'Input.Number');
  return isText && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value;
}

/** Dates and hours in what is read stay on one line; what is filled in, chosen or pressed keeps its spaces. */
function drawnText(key: string, value: Json): Json {
  if (key === 'text' && typeof value === 'string') return keepTogether(value);
  return key === 'facts' && Array.isArray(value) ? value.map(drawnFact) : value;
}

const drawnFact = (fact: Json): Json =>
  isObject(fact) && typeof fact['value'] === 'string' ? { ...fact, value: keepTogether(fact['value']) } : fact;

function finishText(text: string, spot: Spot): string {
  const open = text.indexOf(BINDING);
  if (open >= 0)
    throw new CardError(
      spot.card,
      pathOf(spot),
      `nothing to bind to ${/^\$\{[\w$.[\]']*\}?/.exec(text.slice(open))?.[0] ?? BINDING}`,
    );
  return text.includes(TYPED) ? text.replaceAll(TYPED, BINDING) : text;
}

/** A loop over nothing: null data. A loop over what does not exist is a fault in the card. */
function isEmptyLoop(node: JsonObject, spot: Spot): boolean {
  const looped = node[LOOP_MARK];
  if (typeof looped === 'string' && looped.includes(BINDING))
    throw new CardError(spot.card, pathOf(spot), `nothing to bind $data to`);
  return LOOP_MARK in node && looped === null;
}

/** A text block without text, a fact or choice without value, a box with nothing in it. */
function isLeftEmpty(done: JsonObject, before: JsonObject): boolean {
  const type = done['type'];
  if (type === 'TextBlock') return done['text'] === undefined || done['text'] === '';
  if (typeof type !== 'string') return 'title' in before && before['value'] === null;
  const content = done[CONTENT[type] ?? ''];
  return Array.isArray(content) && content.length === 0;
}

/** The same button for a client without Action.Execute: all its properties, the verb in its data. */
function withFallback(button: JsonObject, spot: Spot): JsonObject {
  if ('fallback' in button || isInRefresh(spot)) return button;
  const look = Object.entries(button).filter(([key]) => !['type', 'id', 'verb', 'data'].includes(key));
  const data = { ...(isObject(button['data']) ? button['data'] : {}), verb: button['verb'] ?? null };
  return { ...button, fallback: { type: 'Action.Submit', ...Object.fromEntries(look), data } };
}
