import type { CardJson, Press } from '../../contracts/turn.js';
import { worklistWay } from '../../contracts/worklist-way.js';
import type { Language } from '../../domain/language.js';
import { texts } from '../../texts/index.js';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The page of the worklist from which was pressed; null when it was pressed elsewhere. */
export function listPageOf({ data }: Pick<Press, 'data'>): number | null {
  const page = data[worklistWay.key];
  return /^\d{1,4}$/.test(String(page)) ? Number(page) : null;
}

/** Whether this is the card of a case, as a row of a list opens it. */
export const isOfCase = (shown: string | null): boolean => worklistWay.views.some((view) => view === shown);

/** A card on which each press carries on from which page one came; on the card of a case with the button back. */
export function onTheWay(card: CardJson, shown: string | null, page: number, language: Language): CardJson {
  const carried = carry(card, page) as CardJson;
  return isOfCase(shown) ? withWayBack(carried, backButton(page, language)) : carried;
}

function carry(node: unknown, page: number): unknown {
  if (Array.isArray(node)) return node.map((one) => carry(one, page));
  if (!isNode(node)) return node;
  const isPress = node['type'] === 'Action.Execute' || node['type'] === 'Action.Submit';
  const entries = Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : carry(value, page)]);
  const copy = Object.fromEntries(entries) as Node;
  return isPress ? { ...copy, data: { ...(isNode(node['data']) ? node['data'] : {}), [worklistWay.key]: page } } : copy;
}

function backButton(page: number, language: Language): Node {
  const title = texts(language)('common.common.back');
  const data = { page };
  const fallback = { type: 'Action.Submit', title, data: { ...data, verb: worklistWay.action } };
  return { type: 'Action.Execute', title, verb: worklistWay.action, data, fallback };
}

/** Buttons that fit in sight, and on a card. */
const inSight = 3;
const inAll = 6;

const isHidden = ({ mode }: Node): boolean => mode === 'secondary';
const hidden = (button: Node): Node => ({
  ...button,
  mode: 'secondary',
  ...(isNode(button['fallback']) ? { fallback: { ...button['fallback'], mode: 'secondary' } } : {}),
});

/** As last in sight; what stood there goes behind “…”, and what does not fit at all is the least needed. */
function backIn(buttons: readonly Node[], back: Node): Node[] {
  const seen = buttons.filter((button) => !isHidden(button));
  const rest = [...seen.slice(inSight - 1).map(hidden), ...buttons.filter(isHidden)];
  return [...seen.slice(0, inSight - 1), back, ...rest].slice(0, inAll);
}

function withWayBack(card: CardJson, back: Node): CardJson {
  const body = (card['body'] as readonly Node[]).map((element) =>
    element['type'] === 'ActionSet' ? { ...element, actions: backIn(element['actions'] as Node[], back) } : element,
  );
  const has = body.some(({ type }) => type === 'ActionSet');
  return { ...card, body: has ? body : [...body, { type: 'ActionSet', actions: [back] }] };
}
