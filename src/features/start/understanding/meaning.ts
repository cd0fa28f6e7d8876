/** What people may mean, and the words by which it is known. */
export interface Meaning {
  /** The slug of the action. It opens a card or a form; nothing that is sent to others may stand here. */
  readonly does: string;
  /**
   * Phrases that are enough, wherever they stand in a sentence. Words stand one after the other; `…` lets others come
   * between ('meld … aan'). `=` before it: only when it is the whole message ('=over').
   */
  readonly sure: readonly string[];
  /** Words and phrases that only bring it nearer: they put it among the two that are offered. */
  readonly near?: readonly string[];
  /** With one of these words in the sentence it is offered, not done. */
  readonly unless?: readonly string[];
  /** It yields to anything else that is asked in the same sentence: a greeting, thanks. */
  readonly yields?: true;
}
