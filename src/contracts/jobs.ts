/** Names by which features and the platform call on each other without importing each other. */
export const jobNames = {
  deliverReferral: 'deliver-referral',
  remindContact: 'remind-contact',
  askOpenAgain: 'ask-open-again',
  tidyDraft: 'tidy-draft',
  expireDraft: 'expire-draft',
  reportUndelivered: 'report-undelivered',
} as const;

/** Reactions that the platform starts when Teams tells it something; no press and no word reaches them. */
export const turnActions = {
  /** The bot was added: subject {}; the actor's conversation says where. */
  installed: 'greet',
  /** The bot was removed: suspends the place. */
  removed: 'suspend-place',
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

/** Key of the living message in which a referral stands in the CLB's channel. */
export const clbPost = (referral: string): string => `referral:${referral}:clb`;
/** Key of the living message in which a referral stands in the provider's place; delivered anew after a recall or undo it stays the same post. */
export const offerPost = (referral: string, service: string): string => `referral:${referral}:offer:${service}`;
/** Why a referral stands before the desk. */
export const deskReasons = ['chooses', 'looks-first', 'outside', 'under-12', 'overdue', 'no-place'] as const;
export type DeskReason = (typeof deskReasons)[number];
/** Key of the living message before the desk (chooses, looks first, overdue …). */
export const deskPost = (referral: string, why: string): string => `referral:${referral}:desk:${why}`;
/** Key of the stored message of an intake in personal chat. */
export const draftPost = (draft: string): string => `draft:${draft}`;
/** Key of the living waiting list of a service in its provider's place. */
export const waitlistPost = (service: string): string => `waitlist:${service}`;
