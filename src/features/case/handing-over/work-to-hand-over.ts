import type { ActionContext } from '../../../contracts/action.js';
import { actsFor } from '../../../contracts/actor.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import type { GoneWorker, Read } from '../../../contracts/read.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import type { Person } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';
import { caseOfTeam, goneOf, meantTeam, type Team } from './whose.js';

/** Who has cases on his or her name, and how many. */
export interface Holder {
  readonly person: Person;
  readonly count: number;
  readonly questions: number;
  /** In no roster of the team any more. */
  readonly isGone: boolean;
}

/** What can be handed over by who asks. */
export interface WorkToHandOver {
  /** Null for the desk before it chose one of those who left. */
  readonly team: Team | null;
  readonly holders: readonly Holder[];
  /** Who may take over: who stands in the roster of a linked channel. */
  readonly members: readonly Person[];
  /** Who left, for the desk to choose from. */
  readonly gone: readonly GoneWorker[];
  /** The one case that is meant; null: all of somebody. */
  readonly one: Referral | null;
}

export interface Asked {
  readonly organisationId: OrganisationId | null;
  readonly reference: string;
}

/** Loads it for the team of who asks, or for the desk. Refuses who is of neither, and a number that the team does not have. */
export async function workToHandOver(
  read: Read,
  { organisationId, reference }: Asked,
  context: ActionContext,
): Promise<WorkToHandOver | Refusal> {
  const { actor } = context;
  const team = await meantTeam(read, organisationId, actor);
  if (team === null) {
    if (actsFor(actor, 'desk') === null) return { refused: 'not-a-member' };
    return { team, holders: [], members: [], gone: await goneOf(read, null), one: null };
  }
  const one = reference.trim() === '' ? null : await caseOfTeam(read, reference, team, context);
  if (isRefusal(one)) return one;
  const gone = await goneOf(read, team);
  const members = await read.membersOf(team.organisation.id);
  return { team, holders: await holdersOf(read, team, gone, one), members, gone: [], one };
}

async function holdersOf(
  read: Read,
  { organisation, side, desk }: Team,
  gone: readonly GoneWorker[],
  one: Referral | null,
): Promise<readonly Holder[]> {
  const isGone = (id: PersonId): boolean => gone.some(({ person }) => person.id === id);
  const all = await read.workersWithCases(organisation.id, side);
  const holders = all.map((holder) => ({ ...holder, isGone: isGone(holder.person.id) }));
  if (one === null) return desk === null ? holders : holders.filter((holder) => holder.isGone);
  const of = side === 'clb' ? one.referrerId : one.contactedBy;
  return holders.filter(({ person }) => person.id === of).map((holder) => ({ ...holder, count: 1, questions: 0 }));
}
