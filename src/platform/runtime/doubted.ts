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

/** Who acts, as Teams says now, and what is said when that is for less than before. */
interface Sure {
  readonly given: Invocation;
  heard(refusal: Refusal): Refusal;
}

interface Asking {
  readonly parts: Runtime;
  readonly askRoster: AskRoster;
}

/** Before personal data opens, by an act, a form or a card: for who Teams says now to be in the team. Anything else as it is. */
export async function sureOf(
  { parts, askRoster }: Asking,
  opens: boolean | undefined,
  given: Invocation,
): Promise<Sure> {
  if (opens !== true) return { given, heard: (refusal) => refusal };
  const { actor, doubt } = await seenInRoster(parts, askRoster, given.actor);
  const isLess = actor.organisations.length < given.actor.organisations.length;
  return {
    given: { ...given, actor },
    heard: (refusal) => (isLess && doubt !== null ? { refused: whyLess[doubt] } : refusal),
  };
}

/** Carries out an action; one that opens personal data only for who Teams says now to be in the team. */
export async function carriedOut(
  asking: Asking,
  action: Action | Reaction,
  subject: unknown,
  fields: unknown,
  given: Invocation,
): Promise<Outcome | Refusal> {
  const sure = await sureOf(asking, action.opensPersonal, given);
  const verdict = await performAction(asking.parts, action, subject, fields, sure.given);
  return isRefusal(verdict) ? sure.heard(verdict) : verdict;
}
