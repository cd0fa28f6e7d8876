/** A text of exactly so many characters, made by repeating words: what somebody may just type. */
export function longest(words: string, most: number): string {
  const repeated = `${words} `.repeat(Math.ceil(most / words.length));
  // No space at the end, which is taken away when it is stored.
  return repeated.slice(0, most).replace(/.$/, 'e');
}
