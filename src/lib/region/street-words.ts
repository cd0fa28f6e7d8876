/** How the name of a street ends, and what stands alone before or after its own name. */
const streetEnd =
  /(?:straat|str\.|laan|steenweg|stwg\.?|weg|dreef|plein|kaai|lei|baan|markt|boulevard|avenue|rue|chaussée|place|square|pad)$/i;
const alone = /^(?:straat|laan|steenweg|stwg\.?|weg|dreef|plein|kaai|lei|baan|markt|pad)$/i;
const before = /^(?:rue|avenue|boulevard|chaussée|place|square)$/i;
const houseNumber = /^(?:\d{1,3}[a-z]?(?:[/-]\d{1,3})?|nr\.?|bus|bte|b\d+)$/i;

/** How many words of a street's name stand before its word: 'Brusselse steenweg', 'Sint-Jansplein'. */
const startOf = (words: readonly string[], at: number): number => (alone.test(words[at] ?? '') ? at - 1 : at);

function streetAt(words: readonly string[], at: number): { from: number; to: number } | null {
  const word = words[at] ?? '';
  if (!streetEnd.test(word)) return null;
  let to = before.test(word) ? Math.min(words.length, at + 2) : at + 1;
  const named = to;
  while (to < words.length && houseNumber.test(words[to] ?? '')) to += 1;
  return { from: Math.max(0, startOf(words, at)), to: before.test(word) && to === named ? named : to };
}

/**
 * A part of a typed town without the street and house number that came along: 'Tiensestraat 12 bus 3 Leuven' is Leuven. A street
 * alone leaves nothing, and is asked for.
 */
export function withoutStreets(part: string): string {
  const words = part.trim().split(/\s+/);
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const street = streetAt(words, at);
    if (street) kept.splice(Math.max(0, kept.length - (at - street.from)));
    else kept.push(words[at] ?? '');
    at = street?.to ?? at + 1;
  }
  return kept.join(' ');
}
