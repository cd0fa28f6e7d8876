import type { CardData } from '../../../../src/contracts/action.js';

/** A question as a card of the intake binds to it. */
export interface Shown {
  readonly id: string;
  readonly label: string | null;
  readonly hint: string | null;
  readonly value: string | null;
  readonly error: string | null;
  readonly meant: { value: string }[] | null;
}
interface Group {
  readonly isOpen: boolean;
  readonly questions: readonly Shown[];
}

const groupsIn = (card: CardData): Group[] => [...(card['groups'] as Group[]), ...(card['more'] as Group[])];
export const allShown = (card: CardData): Shown[] => groupsIn(card).flatMap(({ questions }) => questions);
/** A question as it stands on a card. */
export const shownIn = (card: CardData, id: string): Shown | undefined => allShown(card).find((one) => one.id === id);
/** Whether the fold in which a question stands is open. */
export const isOpen = (card: CardData, id: string): boolean | undefined =>
  groupsIn(card).find(({ questions }) => questions.some((one) => one.id === id))?.isOpen;
