/** A card that cannot be read or drawn. Names the card and the place in it, never a value from the data. */
export class CardError extends Error {
  constructor(
    /** The card's slug, or its file while it is being loaded. */
    readonly card: string,
    /** Where in the card, e.g. `body[2].text`. */
    readonly path: string,
    readonly reason: string,
  ) {
    super(`card ${card}: ${path === '' ? '' : `${path}: `}${reason}`);
    this.name = 'CardError';
  }
}
