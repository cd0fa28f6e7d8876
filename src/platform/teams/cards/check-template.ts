import { CardError } from './card-error.js';
import { isObject, typedObjects, walk, type Json, type JsonObject } from './json-tree.js';

/** What one can do on a card; a chat with somebody stands beside it, as number and mail do. */
export const MAX_ACTIONS = 6;
export const MAX_ACTIONS_IN_ROW = 3;

/** Opens a chat in Teams instead of doing something. */
export const isChat = ({ url }: JsonObject): boolean =>
  typeof url === 'string' && url.startsWith('https://teams.microsoft.com/l/chat/');

const COLOURS = ['default', 'accent'];
const BOXES = ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'];

/** What Teams draws beyond Adaptive Cards 1.5, with the properties we use; elsewhere its fallback stands there. */
export const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  Icon: ['name', 'size', 'style', 'color'],
  Badge: ['text', 'style', 'appearance', 'size', 'shape', 'icon'],
  ProgressBar: ['value', 'max'],
  'Chart.HorizontalBar': ['title', 'displayMode', 'data'],
};

interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** What is wrong with a card whatever its data: structure, buttons, reading. Raises CardError for the first fault. */
export function checkTemplate(card: Json, file: string): asserts card is JsonObject {
  if (!isObject(card)) throw new CardError(file, '', 'is not an object');
  if (card['type'] !== 'AdaptiveCard') throw new CardError(file, 'type', 'must be AdaptiveCard');
  if (card['version'] !== '1.5') throw new CardError(file, 'version', 'must be 1.5');
  if (!Array.isArray(card['body'])) throw new CardError(file, 'body', 'is missing');
  const [fault] = [...expressionFaults(card), ...readingFaults(card), ...inputFaults(card), ...buttonFaults(card)];
  if (fault) throw new CardError(file, fault.path, fault.reason);
}

function expressionFaults(card: JsonObject): Fault[] {
  const faults: Fault[] = [];
  walk(card, (node, path, key) => {
    if (typeof node !== 'string') return;
    if (node.replace(/\$\{[^}]*\}/g, '').includes('${')) faults.push({ path, reason: 'an expression is not closed' });
    if (node.includes('{{')) faults.push({ path, reason: 'a parameter of a part stands outside a part' });
    if ((key === '$when' || key === '$data') && !/^\$\{.+\}$/s.test(node))
      faults.push({ path, reason: 'must be one expression' });
  });
  return faults;
}

function readingFaults(card: JsonObject): Fault[] {
  return typedObjects(card).flatMap(({ node, path }) => {
    const colour = String(node['color'] ?? 'default').toLowerCase();
    if (node.type in EXTENSIONS && node['fallback'] === undefined)
      return [{ path, reason: `${node.type} needs a fallback: not every client draws it` }];
    if (node.type in EXTENSIONS) return [];
    if (!COLOURS.includes(colour) && !colour.includes('${'))
      return [{ path, reason: `color ${colour} is unreadable on the light theme: use a symbol and a word` }];
    const box = String(node['style'] ?? 'default').toLowerCase();
    if (
      ['Container', 'Column', 'ColumnSet', 'TableCell'].includes(node.type) &&
      !BOXES.includes(box) &&
      !box.includes('${')
    )
      return [{ path, reason: `there is no box style ${box}` }];
    return [];
  });
}

/** In camelCase; in a loop its end may come with the data, or all of it but a fixed end. */
const isInputId = (id: string): boolean =>
  /^[a-z][A-Za-z0-9]*(\$\{|$)/.test(id) || /^\$\{[A-Za-z.]+\}[A-Za-z0-9]*$/.test(id);

function inputFaults(card: JsonObject): Fault[] {
  return typedObjects(card)
    .filter(({ node }) => node.type.startsWith('Input.'))
    .flatMap(({ node, path }) => {
      if (typeof node['id'] !== 'string') return [{ path, reason: 'an input needs an id' }];
      if (!isInputId(node['id'])) return [{ path, reason: 'an input id is camelCase' }];
      if (!node['label'] && !node['title']) return [{ path, reason: 'an input needs a label' }];
      if (node['isRequired'] === true && !node['errorMessage'])
        return [{ path, reason: 'a required input needs an errorMessage' }];
      return [];
    });
}

/** Rows of buttons: those of the card itself and those of each ActionSet. */
export function actionRows(card: Json): { actions: JsonObject[]; path: string }[] {
  return typedObjects(card)
    .filter(({ node }) => node.type === 'AdaptiveCard' || node.type === 'ActionSet')
    .flatMap(({ node, path }) => {
      const actions = node['actions'];
      return Array.isArray(actions) && actions.length > 0 ? [{ actions: actions.filter(isObject), path }] : [];
    });
}

/** Counts only the buttons that are always there, so that it is right for templates and for drawn cards alike. */
export function buttonFaults(card: Json): Fault[] {
  const rows = actionRows(card).map(({ actions, path }) => ({
    actions: actions.filter((one) => !one['$when'] && !isChat(one)),
    path,
  }));
  const all = rows.flatMap(({ actions }) => actions);
  const faults: Fault[] = [];
  if (all.length > MAX_ACTIONS) faults.push({ path: '', reason: `has ${all.length} buttons, at most ${MAX_ACTIONS}` });
  for (const { actions, path } of rows) {
    if (actions.slice(1).some((one) => one['style'] === 'positive'))
      faults.push({ path, reason: 'the positive button is the first of its row' });
  }
  if (all.filter((one) => one['style'] === 'positive').length > 1)
    faults.push({ path: '', reason: 'has more than one positive button' });
  for (const { node, path } of typedObjects(card)) {
    if (node.type === 'Action.Submit' && !path.includes('fallback'))
      faults.push({ path, reason: 'write Action.Execute; its Action.Submit fallback is added' });
    if (node.type === 'Action.Execute' && typeof node['verb'] !== 'string')
      faults.push({ path, reason: 'Action.Execute needs a verb' });
  }
  return faults;
}
