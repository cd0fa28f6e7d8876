/** What is pressed, of which bot, and beside which transaction its figures are put. */
export const kinds = {
  echo: { of: 'echo', words: 'a bare botbuilder echo, no storage', lean: null },
  status: { of: 'ours', words: 'our status card (`show` of `referral-post`)', lean: null },
  list: { of: 'ours', words: 'the work list of a CLB (`list-my-referrals`)', lean: null },
  step: { of: 'ours', words: 'an intake step (`describe-question`)', lean: 'lean-step' },
  answer: { of: 'ours', words: 'a provider’s answer (`confirm-contact`)', lean: 'lean-answer' },
  'echo-step': { of: 'lean', words: 'the echo that stores a lean step', lean: 'lean-step' },
  'echo-answer': { of: 'lean', words: 'the echo that stores a lean answer', lean: 'lean-answer' },
  'lean-step': { of: 'lean', words: 'the lean transaction of a step alone', lean: null },
  'lean-answer': { of: 'lean', words: 'the lean transaction of an answer alone', lean: null },
} as const satisfies Record<string, { of: 'ours' | 'echo' | 'lean'; words: string; lean: string | null }>;

export type Kind = keyof typeof kinds;

/** What was seen in one turn of one kind. */
export interface Slice {
  readonly perSecond: number;
  /** Of the bot's process alone, for one press, with what it sends because of it. */
  readonly cpuMs: number;
  /** Begin and commit among them; null where nobody counts. */
  readonly statements: number | null;
}

/** By kind and number of connections, one slice for each round. */
export type Measured = Map<`${Kind} ${number}`, readonly Slice[]>;
