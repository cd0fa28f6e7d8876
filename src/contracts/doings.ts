/** What one can do, by slug of the action or form behind the button. */
export const doings = [
  'start-intake',
  'list-my-referrals',
  'show-waitlist',
  'show-availability',
  'show-desk',
  'list-services',
  'ask-inquiry',
  'list-lines',
  'start-signal',
  'list-signals',
  'list-my-signals',
  'list-meetings',
  'list-decisions',
  'show-survey',
  'link-channel',
  'tell-privacy',
  'tell-about',
  'tell-stop',
  'tell-danger',
  'say-help',
] as const;
export type Doing = (typeof doings)[number];
