import { keepTogether } from '../../../texts/keep-together.js';
import { isObject, typedObjects, type Json, type JsonObject } from './json-tree.js';
import type { Needed } from '../../../contracts/needed-fields.js';

const mark = ' *';

/** The words that stand on forms of every feature, as the text section of a card brings them. */
interface FormWords {
  readonly needed: string;
  readonly 'one-to-check': string;
  readonly 'to-check': string;
  readonly kept: string;
  readonly choose: string;
}

const wordsIn = (host: object): FormWords | null =>
  (host as { readonly common?: { readonly form?: FormWords } }).common?.form ?? null;

type Element = JsonObject & { type: string };
const inputsIn = (node: Json): Element[] =>
  typedObjects(node)
    .map((one) => one.node)
    .filter(({ type }) => type.startsWith('Input.'));

/** Marks what must be filled in, and says once above the first field what the mark means. Changes the card. */
export function markNeeded(card: JsonObject, needed: Needed | undefined, host: object): void {
  const words = wordsIn(host);
  const body = card['body'];
  if (needed === undefined || words === null || !Array.isArray(body)) return;
  const marked = inputsIn(body).filter(({ id, type }) =>
    (type === 'Input.Toggle' ? needed.ticks : needed.fields).includes(String(id)),
  );
  if (marked.length === 0) return;
  for (const input of marked) {
    const name = typeof input['label'] === 'string' ? 'label' : 'title';
    input[name] = `${String(input[name])}${mark}`;
  }
  const first = body.findIndex((element) => inputsIn(element).length > 0);
  body.splice(first, 0, { type: 'TextBlock', text: words.needed, isSubtle: true, size: 'Small', wrap: true });
}

/** A list that opens says so where nothing is chosen yet: an empty box looks like a fault. Changes the card. */
export function inviteToChoose(card: JsonObject, host: object): void {
  const words = wordsIn(host);
  if (words === null) return;
  for (const input of inputsIn(card['body'] ?? []))
    if (input.type === 'Input.ChoiceSet' && input['style'] !== 'expanded') input['placeholder'] ??= words.choose;
}

/** The strip on top of a form in which something is wrong: how much, and which fields; null when nothing is. */
export function wrongStrip(card: JsonObject, root: object, host: object): Json | null {
  const words = wordsIn(host);
  const errors = (root as { readonly errors?: unknown }).errors;
  if (words === null || !isObject(errors as Json)) return null;
  const wrong = Object.entries(errors as JsonObject).flatMap(([id, sentence]) => (sentence === null ? [] : [id]));
  if (wrong.length === 0 || hasStrip(card)) return null;
  const names = inputsIn(card['body'] ?? []).flatMap((input) =>
    wrong.includes(String(input['id'])) ? [nameOf(input)] : [],
  );
  const state = wrong.length === 1 ? words['one-to-check'] : words['to-check'].replace('#', String(wrong.length));
  return strip(state, keepTogether([...new Set(names)].join(' · ')), words.kept);
}

/** The card says itself, in a coloured box on top, what is wrong. */
const hasStrip = (card: JsonObject): boolean => {
  const [first] = card['body'] as Json[];
  return isObject(first ?? null) && (first as JsonObject)['style'] === 'attention';
};

/** What a field is called, without its mark and without what stands behind it between brackets; a question keeps its mark. */
const nameOf = (input: JsonObject): string =>
  String(input['label'] ?? input['title'] ?? '')
    .replace(/[\s*]+$/, '')
    .replace(/\s*\([^()]*\)([?:.]*)$/, '$1')
    .replace(/[\s:.]+$/, '');

/** “Dag · Locatie. Wat u typte, blijft staan.” */
const asSentence = (names: string): string => (names.endsWith('?') ? names : `${names}.`);

const line = (text: string, look: JsonObject): Json => ({ type: 'TextBlock', text, wrap: true, ...look });

const strip = (state: string, names: string, kept: string): Json => ({
  type: 'Container',
  style: 'attention',
  bleed: true,
  items: [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'auto', items: [errorIcon('Small')] },
        {
          type: 'Column',
          width: 'stretch',
          items: [
            line(state, { weight: 'Bolder' }),
            line(names === '' ? kept : `${asSentence(names)} ${kept}`, { spacing: 'None' }),
          ],
        },
      ],
    },
  ],
});

/** The sign of what is wrong; where it is not drawn, an exclamation mark stands there. */
export const errorIcon = (size: 'Small' | 'xSmall', look: JsonObject = {}): JsonObject => ({
  type: 'Icon',
  name: 'ErrorCircle',
  size,
  style: 'Filled',
  ...look,
  fallback: { type: 'TextBlock', text: '!', weight: 'Bolder', wrap: false },
});
