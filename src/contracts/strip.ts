/** How something stands, as a strip on top of its card shows it. */
export interface Look {
  /** The box tells the reader: late or failed, decide, new or on its way, settled, nothing to do now. */
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis';
  /** From Fluent's catalogue; where it is not drawn, the sign stands there. */
  readonly icon: string;
  readonly sign: string;
}

/** The strip itself: the state in a word, and the next step for this reader. */
export interface Strip extends Look {
  readonly state: string;
  readonly next: string | null;
}
