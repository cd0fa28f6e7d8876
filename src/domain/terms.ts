/** What is erased by itself once it has served, and after how many days (docs/decisions/0032). */
export const terms = {
  /** Which activities of Teams were carried out, so that one that comes again does nothing: Teams repeats within minutes. */
  heard: 2,
  /** What was answered to typed words, once Teams has it: the conversation there keeps it. */
  said: 90,
  /** Replies that tell what happened, once Teams has them and their referral is over: the timeline tells it too. */
  replies: 400,
  /** Who pressed what with which outcome: two school years. What happened to a case, and who read it, stands in its timeline. */
  audit: 800,
  /**
   * The second copy of what was filled in, which stands in the intake: once the other side has the referral, it is called back no more. A day,
   * so that what is under way ends.
   */
  drafts: 1,
  /**
   * Everything personal of a pupil, once the last referral of the trail is over: until nine months after a trajectory the bot asks
   * whether the pupil is still at school.
   */
  trails: 300,
  /**
   * What stays of an erased pupil after that: number, codes, dates and who did what. A month, in which whoever asked for it is told that it was done
   * and what became of it; then only counts are left.
   */
  erased: 30,
} as const satisfies Readonly<Record<string, number>>;

export type TermName = keyof typeof terms;
export const termNames = Object.keys(terms) as TermName[];

/** After how many days each kind is erased. */
export type Terms = Readonly<Record<TermName, number>>;
