import type { OrganisationId, PersonId } from '../domain/ids.js';
import type { Organisation } from '../domain/organisation.js';
import type { Actor } from './actor.js';
import { ranks, type Rank, type WorklistRow } from './case-lists.js';
import type { Read } from './read.js';

/** Who has a list; in this order, where somebody is of several. */
export const listKinds = ['clb', 'provider', 'desk'] as const;

/** For whom the actor's list is: the place's organisation; in personal chat all his or hers of one kind, CLBs first. */
const organisationsOfList = (actor: Pick<Actor, 'organisations'>): readonly Organisation[] =>
  listKinds.map((kind) => actor.organisations.filter((one) => one.kind === kind)).find((some) => some.length > 0) ?? [];

/** Whose list it is: the organisations', or of one CLB worker in his or her own chat. */
export interface ListOf {
  readonly of: (typeof listKinds)[number];
  readonly organisationIds: readonly OrganisationId[];
  readonly personId: PersonId | null;
}

/** The list of who asks here; null for who has none. */
export function listOf(actor: Actor): ListOf | null {
  const organisations = organisationsOfList(actor);
  const of = listKinds.find((kind) => organisations[0]?.kind === kind);
  if (of === undefined) return null;
  const own = of === 'clb' && actor.conversation.scope === 'personal';
  return { of, organisationIds: organisations.map(({ id }) => id), personId: own ? actor.person.id : null };
}

/** What waits on a list: how many of each rank, what could not be delivered, and what comes first. */
export interface Waiting {
  readonly of: ListOf['of'];
  readonly counts: Readonly<Record<Rank, number>>;
  /** For the desk only. */
  readonly undelivered: number;
  /** Questions before referring: late, else asking something of who reads, else waited for. */
  readonly inquiries: { readonly late: number; readonly do: number; readonly running: number };
  readonly first: readonly Extract<WorklistRow, { kind: 'referral' }>[];
}

/** So many of the first lines stand on a home card. */
const shown = 3;

/** What waits for somebody, counted by the query that lists it: the counts and the list cannot differ. */
export async function loadWaiting(read: Read, { of, ...whose }: ListOf, now: Date): Promise<Waiting> {
  const { rows, counts } = await read.worklist({ of, ...whose, drafts: [], now, offset: 0, limit: shown });
  const asking = rows.flatMap((row) => (row.kind === 'referral' && asks(row.rank) ? [row] : []));
  const { count, asking: asked, late } = await read.inquiriesOf({ side: of, ...whose, now, offset: 0, limit: 0 });
  return {
    of,
    counts,
    undelivered: of === 'desk' ? await read.countUndelivered() : 0,
    inquiries: { late, do: asked - late, running: count - asked },
    first: asking,
  };
}

/** Nothing is asked of who reads the list. */
const calm: readonly Rank[] = ['open', 'waits', 'draft'];
export const asks = (rank: Rank): boolean => !calm.includes(rank);

/** How many lines of a list are of these ranks. */
export const countOf = ({ counts }: Pick<Waiting, 'counts'>, some: readonly Rank[] = ranks): number =>
  some.reduce((total, rank) => total + counts[rank], 0);
