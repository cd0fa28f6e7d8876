/** What one run over all open cases has found and done. */
export interface Reconciled {
  readonly cases: number;
  readonly clocksMade: number;
  readonly clocksDropped: number;
  readonly postsMade: number;
  readonly postsSentAgain: number;
  readonly withoutNextStep: number;
}
