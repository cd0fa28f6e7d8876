/** Names by which features and the platform call on each other without importing each other. */
export const jobNames = {
  /** The clocks of a referral and what the outbox reports of its offer have their names in domain/case. */
  waitlistMoved: 'waitlist-moved',
  askHalfDays: 'ask-half-days',
  checkLists: 'check-lists',
  checkList: 'check-list',
  spreadFull: 'spread-full',
  hearFull: 'hear-full',
  handOverWork: 'hand-over-work',
  handOverCase: 'hand-over-case',
  handOverInquiry: 'hand-over-inquiry',
  tellGone: 'tell-gone',
  tellGoneDesk: 'tell-gone-desk',
  forgetTrails: 'forget-trails',
  forgetTrail: 'forget-trail',
  reconcile: 'reconcile-cases',
  reportReconciled: 'report-reconciled',
  askOpenAgain: 'ask-open-again',
  tidyDraft: 'tidy-draft',
  expireDraft: 'expire-draft',
  releaseHeld: 'release-held',
  sendDigest: 'send-digest',
  reportUndelivered: 'report-undelivered',
  reportTeamsAway: 'report-teams-away',
  reportStuckJob: 'report-stuck-job',
} as const;

/** Reactions that the platform starts when Teams tells it something; no press and no word reaches them. */
export const turnActions = {
  /** The bot was added: subject {}; the actor's conversation says where. */
  installed: 'greet',
  /** The bot was removed: suspends the channel. */
  removed: 'suspend-channel',
  /** A team or channel that was deleted is there again: links what was suspended. */
  restored: 'restore-channel',
  /** People joined or left: the roster is fetched again. */
  membersChanged: 'recheck-roster',
  /** Typed words that no command knows: subject { said }. */
  notUnderstood: 'not-understood',
} as const;

/** Verbs that every card may use. */
export const builtInVerbs = {
  /** Opens a form: data.form is the action's slug, the other data its subject. */
  openForm: 'open-form',
  /** Shows a view that may be opened: data.view is its slug, the other data its params. */
  show: 'show',
} as const;
