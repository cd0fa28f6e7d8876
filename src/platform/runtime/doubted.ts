import type { Action, Reaction } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import type { RefusalCode } from '../../domain/refusal.js';
import { performAction, type Invocation, type Runtime } from './perform.js';
import { seenInRoster, type AskRoster, type Doubt } from './seen-in-roster.js';

/** What is said of who acts for too little: it would have been otherwise, had Teams said that he or she is in the team. */
const ofRights: ReadonlySet<RefusalCode> = new Set([
  'not-a-member',
  'not-yours',
  'only-clb',
  'only-provider',
  'only-desk',
  'only-referrer',
  'only-author',
  'only-workgroup',
  'only-organiser',
  'only-keeper',
  'for-providers',
  'survey-clb-only',
]);

/** The refusal as somebody hears it, of whom Teams does not say now whether he or she is in a team. */
export const heardBy = (refusal: Refusal, { doubt }: Pick<Actor, 'doubt'>): Refusal =>
  doubt === 'silent' && ofRights.has(refusal.refused) ? { refused: 'roster-silent' } : refusal;

const whyLess: Readonly<Record<Doubt, RefusalCode>> = { silent: 'roster-silent', gone: 'left-team', guest: 'guest' };

/** Carries out an action; one that opens personal data only for who Teams says now to be in the team. */
export async function carriedOut(
  { parts, askRoster }: { readonly parts: Runtime; readonly askRoster: AskRoster },
  action: Action | Reaction,
  subject: unknown,
  fields: unknown,
  given: Invocation,
): Promise<Outcome | Refusal> {
  if (action.opensPersonal !== true) return performAction(parts, action, subject, fields, given);
  const { actor, doubt } = await seenInRoster(parts, askRoster, given.actor);
  const verdict = await performAction(parts, action, subject, fields, { ...given, actor });
  const isLess = actor.organisations.length < given.actor.organisations.length;
  return isRefusal(verdict) && isLess && doubt !== null ? { refused: whyLess[doubt] } : verdict;
}
