import type { Action, Reaction } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import type { RefusalCode } from '../../domain/refusal.js';
import { performAction, type Invocation, type Runtime } from './perform.js';
import { seenInRoster, type AskRoster, type Doubt, type Seen } from './seen-in-roster.js';

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
export interface Sure {
  readonly given: Invocation;
  heard(refusal: Refusal): Refusal;
}

export interface Asking {
  readonly parts: Runtime;
  readonly askRoster: AskRoster;
}

/** By what is known already. */
export const unchanged = (given: Invocation): Sure => ({ given, heard: (refusal) => refusal });

/** What Teams said of who acts, as long as one turn: an act and the card that answers it ask once. */
const said = new WeakMap<Actor, Promise<Seen>>();

export function seenOnce({ parts, askRoster }: Asking, actor: Actor): Promise<Seen> {
  const known = said.get(actor);
  if (known !== undefined) return known;
  const asked = seenInRoster(parts, askRoster, actor).then((seen) => {
    said.set(seen.actor, Promise.resolve({ actor: seen.actor, doubt: null }));
    return seen;
  });
  said.set(actor, asked);
  return asked;
}

/** Before personal data opens, by an act, a form or a card: for who Teams says now to be in the team. Anything else as it is. */
export async function sureOf(asking: Asking, opens: boolean | undefined, given: Invocation): Promise<Sure> {
  if (opens !== true) return unchanged(given);
  const { actor, doubt } = await seenOnce(asking, given.actor);
  const isLess = actor.organisations.length < given.actor.organisations.length;
  return {
    given: { ...given, actor },
    heard: (refusal) => (isLess && doubt !== null ? { refused: whyLess[doubt] } : refusal),
  };
}

/** What an act came to, and by whom it was done as Teams said then. */
interface CarriedOut {
  readonly verdict: Outcome | Refusal;
  readonly by: Invocation;
}

/** Carries out an action; one that opens personal data only for who Teams says now to be in the team. */
export async function carriedOut(
  asking: Asking,
  action: Action | Reaction,
  subject: unknown,
  fields: unknown,
  given: Invocation,
): Promise<CarriedOut> {
  const sure = await sureOf(asking, action.opensPersonal, given);
  const verdict = await performAction(asking.parts, action, subject, fields, sure.given);
  return { verdict: isRefusal(verdict) ? sure.heard(verdict) : verdict, by: sure.given };
}
