import type { DrawnCard } from '../../../scripts/preview/draw-cards.js';

/** What people read: it has no colour, and its words say nothing of how a card is built, but that they are there does. */
const words = new Set([
  ...['text', 'title', 'label', 'value', 'placeholder', 'altText', 'errorMessage', 'tooltip', 'fallbackText', 'speak'],
  ...['verb', 'id', 'url'],
]);
/** What is asked of them or travels along: it is not drawn. */
const undrawn = new Set(['data', 'refresh', 'msteams', 'card', 'targetElements', 'associatedInputs', 'fallback']);
const limits = new Set(['maxLength', 'min', 'max', 'regex']);
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

type Property = readonly [string, unknown];
/** What of an element counts. */
type Looking = (own: readonly Property[]) => readonly Property[];

/** Every colour that all cards have: elements with other properties, at another place, or on another ground. */
export const colours: Looking = (own) => own.filter(([name]) => !words.has(name) && !limits.has(name));

/** Everything that all cards are made of: also which words are there and which are not. */
export const structure: Looking = (own) =>
  own.map(([name, value]) => [name, words.has(name) ? value !== '' && value !== null : value]);

/**
 * The cards that hold something which stands in no card before. Together they show all that is looked for, in a fraction of the cards.
 */
export function everyPieceOnce(cards: readonly DrawnCard[], looking: Looking): DrawnCard[] {
  const seen = new Set<string>();
  return cards.filter(({ card }) => {
    const before = seen.size;
    for (const piece of piecesOf(card, '', looking)) seen.add(piece);
    return seen.size > before;
  });
}

function* piecesOf(value: unknown, place: string, looking: Looking): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* piecesOf(one, place, looking);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const entries = Object.entries(value).filter(([name]) => !undrawn.has(name));
  yield `${place} ${JSON.stringify(looking(entries.filter(([, one]) => isPlain(one))))}`;
  const ground = 'style' in value ? `(${String(value.style)})` : '';
  for (const [name, one] of entries) if (!isPlain(one)) yield* piecesOf(one, `${place}${ground}/${name}`, looking);
}
