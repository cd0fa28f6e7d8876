import { IntlMessageFormat } from 'intl-messageformat';
import { isObject, walk, type Json, type JsonObject } from '../../../src/platform/teams/cards/json-tree.js';

export type Language = 'nl' | 'en';

/** Every sentence in a tree of texts, with its key. */
export function sentences(texts: Json): { key: string; text: string }[] {
  const found: { key: string; text: string }[] = [];
  walk(texts, (node, path) => {
    if (typeof node === 'string') found.push({ key: path, text: node });
  });
  return found;
}

/** Both languages say the same things, with the same values. */
export function sameKeys(one: Json, other: Json): string[] {
  const [left, right] = [sentences(one), sentences(other)].map(
    (list) => new Map(list.map(({ key, text }) => [key, text])),
  );
  if (!left || !right) return [];
  const missing = [...left.keys()].filter((key) => !right.has(key)).map((key) => `${key} is missing in the second`);
  const extra = [...right.keys()].filter((key) => !left.has(key)).map((key) => `${key} is missing in the first`);
  const values = [...left].filter(
    ([key, text]) => right.has(key) && placeholders(text) !== placeholders(right.get(key) ?? ''),
  );
  return [...missing, ...extra, ...values.map(([key]) => `${key} takes other values in the two languages`)];
}

/** The names of the values that an ICU message waits for. Raises when it is not one. */
function placeholders(text: string): string {
  const names = new Set<string>();
  const tree = new IntlMessageFormat(text, 'nl', undefined, { ignoreTag: true }).getAst() as unknown as Json;
  walk(tree, (node) => {
    if (isObject(node) && typeof node['type'] === 'number' && isArgument(node['type']))
      names.add(String(node['value']));
  });
  return [...names].sort().join();
}

/** In a message's tree: 0 is text and 7 is `#`; what lies between are arguments. */
const isArgument = (type: number): boolean => type > 0 && type < 7;

const INFORMAL = /(?<![\p{L}’-])(je|jij|jou|jouw|jullie|jezelf|jouwe)(?![\p{L}-])/iu;
/** Signs that are pictures in some fonts but words in our grammar. */
const OWN_SIGNS = /[⚡▲●○◔◑◕✓✕→←↺±·]/gu;

/** What is wrong with how a text speaks. */
export function sentenceFaults(text: string, language: Language): string[] {
  const faults: string[] = [];
  if (language === 'nl' && INFORMAL.test(text)) faults.push(`speaks with ${INFORMAL.exec(text)?.[0]} instead of u`);
  if (text.includes('!')) faults.push('has an exclamation mark');
  if (/\p{Extended_Pictographic}/u.test(text.replace(OWN_SIGNS, ''))) faults.push('has an emoji');
  if (/['"]/.test(text)) faults.push('has a straight quote');
  if (/\.\.\./.test(text)) faults.push('has three dots instead of …');
  if (text.trim() !== text || /[^\n] {2}/.test(text)) faults.push('has a space too many');
  if (text.trim() === '') faults.push('is empty');
  if (isSentenceWithoutEnd(text)) faults.push('ends without a full stop');
  if (/\{\w+\}\*{0,2} \p{Lu}\p{Ll}+ \p{Ll}/u.test(text))
    faults.push('begins a sentence after a value without a full stop');
  return faults;
}

/** A text with a sentence end inside and another sentence after it must end with one too. */
function isSentenceWithoutEnd(text: string): boolean {
  const bare = text.replace(/[*_]+$/, '').trim();
  return /\p{Ll}{3,}[.?] \p{Lu}/u.test(bare) && !/[.?:…)”}]$/.test(bare);
}

/** The `$host` paths a template uses; a path that ends in `.` goes on with a computed key. */
export function hostPaths(source: Json): string[] {
  const paths = new Set<string>();
  walk(source, (node) => {
    if (typeof node !== 'string') return;
    for (const [, path, bracket] of node.matchAll(/\$host\.([\w.]+)(\[)?/g)) paths.add(`${path}${bracket ? '.' : ''}`);
    for (const [, key] of node.matchAll(/\$host\['([\w-]+)'\]/g)) paths.add(key!);
    for (const [, path, key] of node.matchAll(/\$host\.([\w.]+)\['([\w-]+)'\]/g)) paths.add(`${path}.${key}`);
  });
  return [...paths];
}

/** Labels that a template names and its text section does not have, or that wait for values nobody gives. */
export function labelFaults(source: Json, host: JsonObject): string[] {
  return hostPaths(source).flatMap((path) => {
    const steps = path.split('.').filter((step) => step !== '');
    const found = steps.reduce<Json | undefined>((node, step) => (isObject(node) ? node[step] : undefined), host);
    if (found === undefined) return [`no text for $host.${path}`];
    if (path.endsWith('.') !== isObject(found)) return [`$host.${path} is not one text`];
    return sentences(found).some(({ text }) => text.includes('{'))
      ? [`$host.${path} takes values: fill it in the view`]
      : [];
  });
}

const SPOKEN = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText', 'speak'];

/** Words that stand in the template itself instead of in the texts. */
export function literalWords(source: Json): string[] {
  const faults: string[] = [];
  walk(source, (node, path, key) => {
    if (typeof node !== 'string' || !SPOKEN.includes(String(key)) || path.includes('.data.')) return;
    if (/\p{L}{2,}/u.test(node.replace(/\$\{[^}]*\}/g, ''))) faults.push(`${path}: words belong in src/texts`);
  });
  return faults;
}
