import { isObject, type Json, type JsonObject } from './json-tree.js';

/** Signs and arrows beside a word, bold, and where a link leads to: nobody says them. */
const UNSPOKEN = /[\p{So}›→]|\*\*|\]\([^)]*\)|\[(?=[^\]]*\]\()/gu;
const ESCAPED = /\\(?=[\p{P}\p{S}])/gu;

const spoken = (text: string): string =>
  text.replaceAll('\u2060', '').replace(UNSPOKEN, '').replace(ESCAPED, '').replace(/\s+/gu, ' ').trim();

/** What can be read in an element, in reading order. */
function readIn(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap(readIn);
  if (!isObject(node) || node['isVisible'] === false) return [];
  const own = node['type'] === 'TextBlock' || node['type'] === 'Badge' ? [node['text'] ?? null] : factsOf(node);
  const inside = ['items', 'columns', 'rows', 'cells'].flatMap((key) => readIn(node[key] ?? null));
  return [...own.filter((text) => typeof text === 'string').map(spoken), ...inside].filter((text) => text !== '');
}

const factsOf = ({ facts }: JsonObject): Json[] =>
  Array.isArray(facts) ? facts.filter(isObject).flatMap(({ title, value }) => [title ?? null, value ?? null]) : [];

/** `a, b. c`: a sentence that ends needs no comma behind it. */
const inOneLine = (parts: readonly string[]): string =>
  parts.reduce((line, part) => (/[.?!:]$/.test(line) ? `${line} ${part}` : `${line}, ${part}`));

/**
 * The name of a part of a card that can be pressed: all that can be read in it, then what the press does, if that does not
 * stand there already. A screen reader
 * says the name instead of the part, so “Bekijken” alone would be ten times the same in a list of ten; and who speaks
 * to the computer says what is written there (WCAG 2.5.3).
 */
export function nameRow(part: JsonObject): JsonObject {
  const press = part['selectAction'];
  if (!isObject(press) || typeof press['title'] !== 'string') return part;
  const does = press['title'];
  const same = (text: string): boolean => text.toLowerCase() === does.toLowerCase();
  const read = readIn({ ...part, isVisible: true });
  if (read.every((text) => does.toLowerCase().includes(text.toLowerCase()))) return part;
  const title = inOneLine(read.some(same) ? read : [...read, does]);
  const fallback = press['fallback'];
  const titled: JsonObject = { ...press, title };
  if (isObject(fallback)) titled['fallback'] = { ...fallback, title };
  return { ...part, selectAction: titled };
}
