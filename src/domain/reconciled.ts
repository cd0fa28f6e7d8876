/** What one run over all open cases has found and done. */
export interface Reconciled {
  readonly cases: number;
  readonly clocksMade: number;
  readonly clocksDropped: number;
  /** Those that somebody deleted in Teams among them. */
  readonly postsMade: number;
  /** Messages that were to be sent and had lost their place in the queue, whatever they are about. */
  readonly postsSentAgain: number;
  readonly withoutNextStep: number;
}
