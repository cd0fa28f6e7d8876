import type { DrawnCard } from '../../../scripts/preview/draw-cards.js';

/** What people read, what is asked of them or travels along: it has no colour. */
const withoutColour = new Set([
  ...['text', 'title', 'label', 'value', 'placeholder', 'altText', 'errorMessage', 'tooltip', 'fallbackText', 'speak'],
  ...['data', 'verb', 'id', 'url', 'refresh', 'msteams', 'card', 'targetElements', 'associatedInputs', 'fallback'],
  ...['maxLength', 'min', 'max', 'regex'],
]);
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/**
 * The cards that hold something which stands in no card before: an element with other properties, at another place, or on
 * another ground. Together they show every colour that all cards have, in a fraction of the cards.
 */
export function everyPieceOnce(cards: readonly DrawnCard[]): DrawnCard[] {
  const seen = new Set<string>();
  return cards.filter(({ card }) => {
    const before = seen.size;
    for (const piece of piecesOf(card, '')) seen.add(piece);
    return seen.size > before;
  });
}

function* piecesOf(value: unknown, place: string): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* piecesOf(one, place);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const entries = Object.entries(value).filter(([name]) => !withoutColour.has(name));
  yield `${place} ${JSON.stringify(entries.filter(([, one]) => isPlain(one)))}`;
  const ground = 'style' in value ? `(${String(value.style)})` : '';
  for (const [name, one] of entries) if (!isPlain(one)) yield* piecesOf(one, `${place}${ground}/${name}`);
}
