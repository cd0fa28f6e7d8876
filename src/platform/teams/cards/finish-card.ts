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
export function shield(value: unknown, card: string, path: string): Json | undefined {
  if (typeof value === 'string') return value.replaceAll(BINDING, TYPED);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item, index) => shield(item, card, stepTo(path, index)) ?? null);
  if (value === undefined) return undefined;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new CardError(card, path, 'the data is not plain JSON');
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value as object)) {
    const shielded = shield(item, card, stepTo(path, key));
    if (shielded !== undefined) copy[key] = shielded;
  }
  return copy;
}

/**
 * Makes an expanded template ready to send: nothing left open, null properties and what they leave empty gone, a
 * fallback at each Action.Execute, a full name for what can be pressed, typed `${` back. Raises CardError naming the card and the path.
 */
export function finish(expanded: Json, card: string): JsonObject {
  return finishNode(expanded, { card, path: '' }) as JsonObject;
}

interface Spot {
  readonly card: string;
  readonly path: string;
}

const under = (spot: Spot, key: string | number): Spot => ({ ...spot, path: stepTo(spot.path, key) });

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
  return copy['type'] === 'Action.Execute' ? withFallback(copy, spot.path) : nameRow(copy);
}

/** The data of a button goes out as it is. */
function finishData(node: Json, spot: Spot): Json {
  if (typeof node === 'string') return finishText(node, spot);
  if (Array.isArray(node)) return node.map((item, index) => finishData(item, under(spot, index)));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).filter(([key]) => key !== LOOP_MARK);
  return Object.fromEntries(entries.map(([key, value]) => [key, finishData(value, under(spot, key))]));
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

function finishText(text: string, { card, path }: Spot): string {
  const open = text.indexOf(BINDING);
  if (open >= 0)
    throw new CardError(
      card,
      path,
      `nothing to bind to ${/^\$\{[\w$.[\]']*\}?/.exec(text.slice(open))?.[0] ?? BINDING}`,
    );
  return text.replaceAll(TYPED, BINDING);
}

/** A loop over nothing: null data. A loop over what does not exist is a fault in the card. */
function isEmptyLoop(node: JsonObject, { card, path }: Spot): boolean {
  const looped = node[LOOP_MARK];
  if (typeof looped === 'string' && looped.includes(BINDING))
    throw new CardError(card, path, `nothing to bind $data to`);
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
function withFallback(button: JsonObject, path: string): JsonObject {
  if ('fallback' in button || path.startsWith('refresh')) return button;
  const look = Object.entries(button).filter(([key]) => !['type', 'id', 'verb', 'data'].includes(key));
  const data = { ...(isObject(button['data']) ? button['data'] : {}), verb: button['verb'] ?? null };
  return { ...button, fallback: { type: 'Action.Submit', ...Object.fromEntries(look), data } };
}
