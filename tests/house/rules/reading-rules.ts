import {
  isObject,
  typedObjects,
  walk,
  type Json,
  type JsonObject,
} from '../../../src/platform/teams/cards/json-tree.js';

/** What keeps somebody out who hears a card instead of seeing it: a screen reader goes through it in the order of its parts. */
export function readingFaults(card: Json): string[] {
  return [...headingFaults(card), ...sameNames(card), ...unlabelled(card), ...strayErrors(card), ...iconsAlone(card)];
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** So few parts without a field are a message of a sentence or two: heard from its beginning, without a heading. */
const MESSAGE = 4;

/** The first heading comes before what can be pressed or filled in: who jumps to it misses nothing but the state. */
function headingFaults(card: Json): string[] {
  const order = typedObjects(card).map(({ node }) => node);
  const parts = isObject(card) && Array.isArray(card['body']) ? card['body'].length : 0;
  const heading = order.findIndex((node) => node.type === 'TextBlock' && node['style'] === 'heading');
  const isMessage = parts <= MESSAGE && !order.some(({ type }) => type.startsWith('Input.'));
  if (heading < 0) return isMessage ? [] : ['has no heading (`"style": "heading"`)'];
  const before = order.slice(0, heading).find(({ type }) => type.startsWith('Input.') || type === 'ActionSet');
  return before ? [`${before.type} stands before the first heading`] : [];
}

interface Pressed {
  readonly name: string;
  readonly does: string;
}

const pressed = (card: Json): Pressed[] =>
  typedObjects(card)
    .filter(({ node, path }) => node.type.startsWith('Action.') && !/(^refresh|fallback)/.test(path))
    .map(({ node }) => ({
      name: text(node['title']),
      does: JSON.stringify([node['verb'], node['data'], node['url'], node['targetElements']]),
    }));

/** Two that are called the same but do not do the same cannot be told apart in a list of buttons. */
function sameNames(card: Json): string[] {
  const all = pressed(card);
  const nameless = all.some(({ name }) => name.trim() === '') ? ['something that can be pressed has no name'] : [];
  const twice = all.filter(({ name, does }) => all.some((other) => other.name === name && other.does !== does));
  return [...nameless, ...[...new Set(twice.map(({ name }) => name))].map((name) => `“${name}” does different things`)];
}

function unlabelled(card: Json): string[] {
  const labels = typedObjects(card)
    .filter(({ node }) => node.type.startsWith('Input.'))
    .map(({ node }) => ({ id: text(node['id']), label: text(node['label']) || text(node['title']) }));
  const bare = labels.filter(({ label }) => label.trim() === '').map(({ id }) => `input ${id} has no label`);
  const twice = labels.filter(({ id, label }) => labels.some((other) => other.label === label && other.id !== id));
  return [...bare, ...twice.map(({ id, label }) => `input ${id}: “${label}” is the label of another too`)];
}

/** No client connects a text with a field, so what is wrong with a field is the next that is read. */
function strayErrors(card: Json): string[] {
  const faults: string[] = [];
  walk(card, (node) => {
    if (!Array.isArray(node)) return;
    node.forEach((one, index) => {
      const of = isObject(one) ? /^error-(.+)$/.exec(text(one['id']))?.[1] : undefined;
      if (of === undefined) return;
      const before = node[index - 1];
      if (!inputIds(before).includes(of)) faults.push(`what is wrong with ${of} does not stand right under it`);
    });
  });
  return faults;
}

const inputIds = (node: Json | undefined): string[] =>
  node === undefined
    ? []
    : typedObjects(node).flatMap(({ node: one }) => (one.type.startsWith('Input.') ? [text(one['id'])] : []));

/** An icon or picture says nothing by itself: something that can be read stands in the same row. */
function iconsAlone(card: Json): string[] {
  const faults: string[] = [];
  const reads = (node: JsonObject): boolean => typedObjects(node).some(({ node: one }) => one.type === 'TextBlock');
  for (const { node, path } of typedObjects(card)) {
    if (node.type === 'Image' && text(node['altText']) === '') faults.push(`${path}: a picture without words`);
    if (node.type === 'ColumnSet' && JSON.stringify(node).includes('"Icon"') && !reads(node))
      faults.push(`${path}: an icon alone`);
  }
  return faults;
}
