import { createRequire } from 'node:module';
import {
  actionRows,
  EXTENSIONS,
  isChat,
  MAX_ACTIONS,
  MAX_ACTIONS_IN_ROW,
} from '../../../src/platform/teams/cards/check-template.js';
import { isInMenu } from '../../../src/platform/teams/cards/button-row.js';
import {
  isObject,
  typedObjects,
  walk,
  type Json,
  type JsonObject,
} from '../../../src/platform/teams/cards/json-tree.js';
import type * as AdaptiveCards from 'adaptivecards';

/** The renderer's file is written for browsers and asks for `self`. */
const require = createRequire(import.meta.url);
(globalThis as Record<string, unknown>)['self'] = globalThis;
const renderer = require('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

const MAX_MESSAGE_BYTES = 28 * 1024;

/** What the schema of the renderer leaves out but Teams and Adaptive Cards 1.5 know. */
const ALSO_KNOWN: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['body', 'actions', 'msteams', 'fallback'],
  Table: ['rows', 'columns', 'firstRowAsHeader'],
  TableRow: ['cells', 'type'],
  TableCell: ['items', 'type'],
  Container: ['items'],
  Column: ['items', 'type'],
  ColumnSet: ['columns'],
  ActionSet: ['actions'],
  RichTextBlock: ['inlines'],
  ImageSet: ['images'],
  'Input.Text': ['inlineAction'],
};

/** Properties of Teams that other clients leave alone. */
const alsoInTeams = (type: string): readonly string[] => [
  'targetWidth',
  ...(['Container', 'Column'].includes(type) ? ['roundedCorners', 'showBorder'] : []),
  ...(type.startsWith('Action.') ? ['mode'] : []),
];

/** The renderer's own spelling of `firstRowAsHeader`; it is true anyway, so neither is needed. */
const MISSPELT = ['firstRowAsHeaders'];

/** What is wrong with a drawn card, as it would be sent. */
export function cardFaults(card: Json): string[] {
  return [
    ...parserFaults(card),
    ...unknownProperties(card),
    ...leftOpen(card),
    ...sizeFaults(card),
    ...buttonFaults(card),
    ...twiceTheSameId(card),
    ...linkFaults(card),
    ...colourFaults(card),
    ...chartFaults(card),
  ];
}

function parserFaults(json: Json): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const card = new renderer.AdaptiveCard();
  card.hostConfig = new renderer.HostConfig({ actions: { maxActions: MAX_ACTIONS + 1 } });
  card.parse(json as object, context);
  const events = Array.from({ length: context.eventCount }, (_none, index) => context.getEventAt(index).message);
  const late = card.validateProperties().validationEvents.map((event) => event.message);
  const expected = Object.keys(EXTENSIONS).map(
    (type) => `Unknown element type "${type}". Fallback will be used if present.`,
  );
  return [...events, ...late].filter((message) => !expected.includes(message)).map((message) => `renderer: ${message}`);
}

/** The properties the renderer knows for a type, or null for a type it does not know. */
function knownProperties(type: string): string[] | null {
  const made =
    {
      AdaptiveCard: renderer.AdaptiveCard,
      Column: renderer.Column,
      TableRow: renderer.TableRow,
      TableCell: renderer.TableCell,
    }[type] ??
    renderer.GlobalRegistry.elements.findByName(type)?.objectType ??
    renderer.GlobalRegistry.actions.findByName(type)?.objectType;
  if (!made) return null;
  const schema = new made().getSchema();
  const properties = Array.from({ length: schema.getCount() }, (_none, index) => schema.getItemAt(index));
  const names = properties
    .filter(({ targetVersion }) => targetVersion.compareTo(renderer.Versions.v1_5) <= 0)
    .map(({ name }) => name)
    .filter((name) => !MISSPELT.includes(name));
  return [...names, ...(ALSO_KNOWN[type] ?? []), 'type', 'fallback'];
}

function unknownProperties(card: Json): string[] {
  return typedObjects(card).flatMap(({ node, path }) => {
    if (path.startsWith('msteams')) return [];
    const extension = EXTENSIONS[node.type];
    if (extension !== undefined) return extensionFaults(node, path, extension);
    const known = knownProperties(node.type);
    if (known === null) return [`${path}: unknown type ${node.type}`];
    return Object.keys(node)
      .filter((key) => !known.includes(key) && !alsoInTeams(node.type).includes(key))
      .map((key) => `${path}: ${node.type} has no property ${key}`);
  });
}

/** An element that not every client draws stands there with another that every client does, or may be missed. */
function extensionFaults(node: JsonObject & { type: string }, path: string, known: readonly string[]): string[] {
  const own = Object.keys(node).filter(
    (key) => ![...known, 'type', 'fallback', 'spacing', 'targetWidth'].includes(key),
  );
  return [
    ...own.map((key) => `${path}: ${node.type} has no property ${key}`),
    ...(isObject(node['fallback']) || node['fallback'] === 'drop' ? [] : [`${path}: ${node.type} has no fallback`]),
  ];
}

function leftOpen(card: Json): string[] {
  const faults: string[] = [];
  walk(card, (node, path) => {
    if (typeof node === 'string' && (node.includes('${') || node.includes('{{'))) faults.push(`${path}: left open`);
    if (typeof node === 'string' && /(^|\W)(undefined|null|NaN|\[object Object\])(\W|$)/.test(node))
      faults.push(`${path}: shows a value that is not there`);
  });
  return faults;
}

function sizeFaults(card: Json): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return bytes > MAX_MESSAGE_BYTES ? [`${bytes} bytes, at most ${MAX_MESSAGE_BYTES}`] : [];
}

function buttonFaults(card: Json): string[] {
  const rows = actionRows(card);
  const all = rows.flatMap(({ actions }) => actions);
  const acting = all.filter((one) => !isChat(one)).length;
  const faults = acting > MAX_ACTIONS ? [`${acting} buttons, at most ${MAX_ACTIONS}`] : [];
  for (const { actions, path } of rows) {
    const shown = actions.filter((one) => !isInMenu(one)).length;
    if (shown > MAX_ACTIONS_IN_ROW) faults.push(`${path}: ${shown} buttons in a row`);
    if (actions.slice(1).some((one) => one['style'] === 'positive')) faults.push(`${path}: positive but not first`);
  }
  if (all.filter((one) => one['style'] === 'positive').length > 1) faults.push('more than one positive button');
  return [...faults, ...typedObjects(card).flatMap(({ node, path }) => fallbackFaults(node, path))];
}

function fallbackFaults(node: JsonObject, path: string): string[] {
  if (node['type'] !== 'Action.Execute' || path.startsWith('refresh')) return [];
  const fallback = node['fallback'];
  const data = isObject(fallback) ? fallback['data'] : undefined;
  const same =
    isObject(fallback) && fallback['type'] === 'Action.Submit' && isObject(data) && data['verb'] === node['verb'];
  return same ? [] : [`${path}: no Action.Submit fallback with the same verb`];
}

const COLOURED: readonly unknown[] = ['accent', 'good', 'warning', 'attention'];

/** A link in a row that is itself the press cannot be hit, and in a coloured box it cannot be read. */
function linkFaults(card: Json): string[] {
  return typedObjects(card)
    .filter(({ node }) => isObject(node['selectAction'] ?? null) || COLOURED.includes(node['style']))
    .flatMap(({ node, path }) =>
      typedObjects(node)
        .filter(({ node: one }) => one.type === 'TextBlock' && /\]\(\w+:/.test(String(one['text'])))
        .map(() => `${path}: a link in a pressable or coloured box`),
    );
}

/**
 * Coloured text is the word of a press, in the accent colour and never on a coloured box; everything else is told by an icon
 * and a word (measured: good and warning cannot be read on white, accent not on a coloured box). So are icons in a colour.
 */
function colourFaults(card: Json): string[] {
  const all = typedObjects(card);
  const around = (path: string) => all.filter((one) => path.startsWith(`${one.path}.`)).map(({ node }) => node);
  return all.flatMap(({ node, path }) => {
    if (node['color'] === undefined || !['TextBlock', 'Icon'].includes(node.type)) return [];
    const boxes = around(path);
    if (boxes.some(({ style }) => COLOURED.includes(style))) return [`${path}: a colour in a coloured box`];
    if (node.type === 'Icon') return [];
    const isPress = boxes.some(({ selectAction }) => isObject(selectAction ?? null));
    return node['color'] === 'Accent' && isPress ? [] : [`${path}: coloured text that is not the word of a press`];
  });
}

/** A chart has a word and a number for each bar, and the same bars as a table for who sees no chart. */
function chartFaults(card: Json): string[] {
  return typedObjects(card)
    .filter(({ node }) => node.type.startsWith('Chart.'))
    .flatMap(({ node, path }) => {
      const bars = Array.isArray(node['data']) ? node['data'].filter(isObject) : [];
      const table = isObject(node['fallback'] ?? null) ? (node['fallback'] as JsonObject) : {};
      const rows = Array.isArray(table['rows']) ? table['rows'].length - 1 : 0;
      const isBar = ({ x, y }: JsonObject): boolean => typeof x === 'string' && x !== '' && typeof y === 'number';
      return [
        ...(bars.length > 0 && bars.every(isBar) ? [] : [`${path}: bars without a word or a number`]),
        ...(table['type'] === 'Table' && rows === bars.length
          ? []
          : [`${path}: the table does not hold the same bars`]),
      ];
    });
}

function twiceTheSameId(card: Json): string[] {
  const ids = typedObjects(card).flatMap(({ node }) => (typeof node['id'] === 'string' ? [node['id']] : []));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `id ${id} stands twice`);
}
