import type { CardJson } from '../../../src/contracts/turn.js';

/** Any element, action or card, as JSON. */
export type Node = Record<string, unknown>;

export interface Button {
  /** What is written on it; for a part of the card that can be clicked, its tooltip or the text in it. */
  readonly title: string;
  /** What can be read in a part of the card that can be clicked, when it is called otherwise. */
  readonly reads?: string;
  readonly action: Node;
  /** The inputs that travel with it: those of its card and of the cards around it, not of other ShowCards. */
  readonly inputs: readonly Node[];
}

export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const visible = (node: Node): boolean => node['isVisible'] !== false;
const isInput = (node: Node): boolean => text(node['type']).startsWith('Input.');

/** What stands in this element, one level deep, in reading order. Actions are not elements. */
function children(node: Node): Node[] {
  const rows = nodes(node['rows']).flatMap((row) => nodes(row['cells']));
  return [...['body', 'items', 'columns', 'images'].flatMap((key) => nodes(node[key])), ...rows];
}

/** All buttons a person can press, in reading order. Hidden parts have none. */
export function buttonsOf(card: CardJson): Button[] {
  return buttonsIn(card as Node, []);
}

function buttonsIn(card: Node, around: readonly Node[]): Button[] {
  const inputs = [...around, ...inputsOf(card)];
  const found: Button[] = [];
  const add = (action: Node, title: string, reads?: string): void => {
    found.push({ title, action, inputs, ...(reads === undefined ? {} : { reads }) });
    if (action['type'] === 'Action.ShowCard' && isNode(action['card']))
      found.push(...buttonsIn(action['card'], inputs));
  };
  const walk = (node: Node): void => {
    if (!visible(node)) return;
    const select = node['selectAction'];
    if (isNode(select))
      add(select, text(select['title']) || text(select['tooltip']) || lines(node).join(' '), lines(node).join(' '));
    children(node).forEach(walk);
    if (isNode(node['inlineAction'])) add(node['inlineAction'], text(node['inlineAction']['title']));
    for (const action of nodes(node['actions'])) add(action, text(action['title']));
  };
  walk(card);
  return found;
}

/** All inputs of one card, also in hidden parts (Teams sends those too), without those of its ShowCards. */
export function inputsOf(card: Node): Node[] {
  return children(card).flatMap((child) => (isInput(child) ? [child] : inputsOf(child)));
}

/** The card as a person reads it: one line per text, fact, input or row of buttons. Hidden parts are left out. */
export function textOf(card: CardJson): string {
  return lines(card as Node)
    .join('\n')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\u2060', '');
}

function lines(node: Node): string[] {
  if (!visible(node)) return [];
  // A chart is read as the table that stands there for who does not see it.
  if (text(node['type']).startsWith('Chart.') && isNode(node['fallback'])) return lines(node['fallback']);
  const own = ownLines(node);
  const inside = children(node).flatMap(lines);
  const shown = nodes(node['actions']).flatMap((action) => [
    `[${text(action['title'])}]`,
    ...(isNode(action['card']) ? lines(action['card']).map((line) => `  ${line}`) : []),
  ]);
  return [...own, ...inside, ...shown];
}

function ownLines(node: Node): string[] {
  switch (node['type']) {
    case 'TextBlock':
    case 'Badge':
      return [text(node['text'])];
    case 'RichTextBlock':
      return [
        nodes(node['inlines'])
          .map((run) => (isNode(run) ? text(run['text']) : String(run)))
          .join(''),
      ];
    case 'FactSet':
      return nodes(node['facts']).map((fact) => `${text(fact['title'])}: ${text(fact['value'])}`);
    case 'Image':
      return node['altText'] ? [`(${text(node['altText'])})`] : [];
    default:
      return isInput(node) ? inputLines(node) : [];
  }
}

function inputLines(input: Node): string[] {
  const value = input['value'] === undefined ? '' : String(input['value']);
  const picked = value.split(',');
  const choices = nodes(input['choices']);
  const shown = choices
    .filter((choice) => value !== '' && picked.includes(text(choice['value'])))
    .map((choice) => text(choice['title']));
  const label = labelOf(input);
  const filled = shown.length > 0 ? shown.join(', ') : value;
  const first = `${label}:${filled ? ` ${filled}` : ''}`;
  return [first, ...choices.map((choice) => `( ) ${text(choice['title'])}`)];
}

/** What a person calls this input: its label, a toggle's title, or else its placeholder or id. */
export function labelOf(input: Node): string {
  return text(input['label']) || text(input['title']) || text(input['placeholder']) || text(input['id']);
}

/** The card after a press on a ToggleVisibility button. */
export function toggled(card: CardJson, action: Node): CardJson {
  const copy = structuredClone(card) as Node;
  for (const target of (action['targetElements'] ?? []) as (string | Node)[]) {
    const id = typeof target === 'string' ? target : text(target['elementId']);
    const element = find(copy, id);
    if (!element) throw new Error(`ToggleVisibility: the card has no element "${id}"`);
    element['isVisible'] = typeof target === 'string' ? !visible(element) : (target['isVisible'] ?? !visible(element));
  }
  return copy;
}

function find(node: Node, id: string): Node | undefined {
  if (node['id'] === id) return node;
  for (const child of children(node)) {
    const found = find(child, id);
    if (found) return found;
  }
  return undefined;
}
