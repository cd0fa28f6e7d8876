import { Expressions } from './expressions.js';
import { loadCards, type Cards } from './load-cards.js';

interface HouseCards {
  readonly cards: Cards;
  /** Makes ready what was not drawn yet; between two cards `turn` lets others go first. */
  warmUp(turn: () => Promise<void>): Promise<void>;
}

/**
 * The cards of the house, with what was kept of their texts. A program that was built has all of it; where one works on the cards, what is
 * new in them is kept for the next start.
 */
export function houseCards(directory: string, file: string): HouseCards {
  const expressions = Expressions.from(file);
  const cards = loadCards(directory, 'when-drawn', expressions);
  return {
    cards,
    async warmUp(turn) {
      await cards.warmUp(turn);
      if (expressions.parsed > 0) expressions.keep(file);
    },
  };
}
