import type { AgendaItemId, PersonId } from '../ids.js';
import type { AgendaItem, Decision, Meeting } from './meeting.js';

export type Votes = ReadonlyMap<string, readonly PersonId[]>;

/** How many people support a point. A signal on the agenda keeps the support it had as a signal. */
export const supportOf = ({ id, signalId }: Pick<AgendaItem, 'id' | 'signalId'>, votes: Votes): number =>
  new Set([...(votes.get(id) ?? []), ...(signalId === null ? [] : (votes.get(signalId) ?? []))]).size;

/** The agenda in order: decisions that come back, then what most people support, then what was brought in first. */
export const inAgendaOrder = (items: readonly AgendaItem[], votes: Votes): AgendaItem[] =>
  items
    .filter(({ state }) => state !== 'dropped')
    .sort(
      (a, b) =>
        Number(b.kind === 'decision') - Number(a.kind === 'decision') ||
        supportOf(b, votes) - supportOf(a, votes) ||
        a.createdAt.getTime() - b.createdAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    );

/** What can come to the agenda of the next meeting. */
export interface Returning {
  /** Points that wait for a meeting, or were not treated at the one before. */
  readonly items: readonly AgendaItem[];
  readonly decisions: readonly Decision[];
  /** What stands on its agenda already. */
  readonly present: readonly AgendaItem[];
}

/**
 * What comes back by itself when a meeting becomes the next one (R19): open points move to it, and each open decision of
 * another meeting gets a point, once. Gives the rows to store; doing it again gives none.
 */
export function comesBack(
  next: Pick<Meeting, 'id'>,
  { items, decisions, present }: Returning,
  { now, newId }: { readonly now: Date; readonly newId: <T extends string>() => T },
): AgendaItem[] {
  const there = new Set(present.filter(({ state }) => state !== 'dropped').map(({ decisionId }) => decisionId));
  const moved = items.filter(isOpen).map((item): AgendaItem => {
    const isTwice = item.decisionId !== null && there.has(item.decisionId);
    there.add(item.decisionId);
    return isTwice ? { ...item, state: 'dropped' } : { ...item, meetingId: next.id };
  });
  const returned = decisions.filter(
    ({ id, state, meetingId }) => state === 'open' && meetingId !== next.id && !there.has(id),
  );
  return [...moved, ...returned.map((decision) => pointOf(decision, next, newId<AgendaItemId>(), now))];
}

/** Points of a meeting that will not treat them any more: they wait for the next one that is planned. */
export const waitAgain = (items: readonly AgendaItem[]): AgendaItem[] =>
  items.filter(isOpen).map((item) => ({ ...item, meetingId: null }));

const isOpen = ({ state }: AgendaItem): boolean => state === 'open';

const pointOf = (decision: Decision, next: Pick<Meeting, 'id'>, id: AgendaItemId, now: Date): AgendaItem => ({
  id,
  meetingId: next.id,
  kind: 'decision',
  text: decision.text,
  signalId: null,
  decisionId: decision.id,
  personId: null,
  organisationId: null,
  notes: null,
  state: 'open',
  createdAt: now,
  version: 0,
});
