import { actsFor, isOf, type Actor } from '../../contracts/actor.js';
import type { Notice, To } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { bringsBackGone } from '../../domain/helpline/gone-values.js';
import type { HelpLine, LineChange } from '../../domain/helpline/help-line.js';
import type { Organisation, Person } from '../../domain/organisation.js';
import { onlyOne } from '../../lib/only-one.js';

/** Who keeps a line true, and how to reach that keeper now. */
export interface Keeper {
  readonly person: Person | null;
  readonly team: Organisation | null;
  /** Who hears what is meant for the keeper: the keeper's own chat, the team's channel, otherwise the desk. */
  readonly by: 'person' | 'team' | 'desk';
  readonly desk: Organisation | null;
}

type Kept = Pick<HelpLine, 'keeperId' | 'keeperOrganisationId'>;

/** Loads a line's keeper. Somebody who left the team, or never spoke to the bot in person, is reached through the team. */
export async function loadKeeper(read: Read, { keeperId, keeperOrganisationId }: Kept): Promise<Keeper> {
  const person = keeperId === null ? null : await read.person(keeperId);
  const team = keeperOrganisationId === null ? null : await read.organisation(keeperOrganisationId);
  const [desk = null] = await read.organisations('desk');
  return { person, team, desk, by: await reachedBy(read, person, team) };
}

async function reachedBy(read: Read, person: Person | null, team: Organisation | null): Promise<Keeper['by']> {
  const members = team === null ? [] : await read.membersOf(team.id);
  const isMember = person !== null && (team === null || members.some(({ id }) => id === person.id));
  if (isMember && person.personalConversationId !== null) return 'person';
  return team !== null && (await read.channelsOf(team.id)).length > 0 ? 'team' : 'desk';
}

/** Where a message for the keeper goes; null when there is not even a desk. */
export function toKeeper({ by, person, team, desk }: Keeper): To | null {
  if (by === 'person' && person !== null) return { person: person.id };
  if (by === 'team' && team !== null) return { organisation: team.id };
  return desk === null ? null : { organisation: desk.id };
}

/** A message for the keeper; none when there is nobody at all to send it to. */
export function tellKeeper(keeper: Keeper, notice: Omit<Notice, 'to'>): Notice[] {
  const to = toKeeper(keeper);
  return to === null ? [] : [{ ...notice, to }];
}

/** Whether the actor speaks for the keeper: that person (as long as in some team), somebody of the team, or the desk. */
export const keeps = ({ keeperId, keeperOrganisationId }: Kept, actor: Actor): boolean =>
  (actor.person.id === keeperId && actor.organisations.length > 0) ||
  isOf(actor, keeperOrganisationId) ||
  actsFor(actor, 'desk') !== null;

/**
 * Whether the actor may take a change back. What the line does not say any more, others do not read in its history, so only
 * who keeps the line brings it back, or who made the change.
 */
export const mayPutBack = (change: LineChange, line: HelpLine, actor: Actor): boolean =>
  !bringsBackGone(change, line) || keeps(line, actor) || change.personId === actor.person.id;

/**
 * The organisation in whose name the actor keeps a line: a CLB or provider rather than the desk. Of several none rather than a
 * wrong one: then that person alone keeps it.
 */
export function keepingFor({ organisations }: Pick<Actor, 'organisations'>): Organisation | null {
  const outside = organisations.filter(({ kind }) => kind !== 'desk' && kind !== 'workgroup');
  return onlyOne(outside.length > 0 ? outside : organisations);
}
