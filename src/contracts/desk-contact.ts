import type { Reached } from '../domain/organisation.js';
import type { RefusalCode } from '../domain/refusal.js';
import type { Read } from './read.js';

/** Refusals of who is in no linked team, or in no linked channel: what leads on from there is a person. */
const withoutTeam: ReadonlySet<string> = new Set<RefusalCode>(['not-linked', 'not-a-member', 'left-team', 'guest']);

/** How the desk is reached, when a refusal leaves somebody with nobody else to ask; undefined otherwise. */
export async function contactAfter(
  read: Pick<Read, 'organisations'>,
  refused: string,
): Promise<Reached | null | undefined> {
  return withoutTeam.has(refused) ? deskContact(read) : undefined;
}

/** The desk, as it filled in how it can be reached; null before there is one. */
export const deskContact = async (read: Pick<Read, 'organisations'>): Promise<Reached | null> =>
  (await read.organisations('desk'))[0] ?? null;
