import type { Read } from '../../../contracts/read.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { Actor } from '../../../contracts/actor.js';
import type { Organisation } from '../../../domain/organisation.js';
import { loadWorklist, type Worklist } from './worklist.js';

/** Which page of whose list. */
export interface WhichPage {
  readonly organisationIds: readonly OrganisationId[];
  readonly page: number;
}

/** These organisations, as far as they exist; those for which the reader acts are known already. */
export async function organisationsOf(
  read: Read,
  ids: readonly OrganisationId[],
  actor: Actor | null,
): Promise<Organisation[]> {
  const found: Organisation[] = [];
  for (const id of ids) {
    const known = actor?.organisations.find((one) => one.id === id) ?? (await read.organisation(id));
    if (known !== null) found.push(known);
  }
  return found;
}

/** What waits for who reads it, in these organisations, with the hints of his or her CLB; null when none of them exists. */
export async function loadOwnWorklist(
  read: Read,
  actor: Actor,
  { organisationIds, page }: WhichPage,
  now: Date,
): Promise<Worklist | null> {
  const organisations = await organisationsOf(read, organisationIds, actor);
  if (organisations.length === 0) return null;
  const list = await loadWorklist(read, organisations, actor.person.id, { now, page });
  const trails = list.lines.flatMap((line) => (line.kind === 'referral' ? [line.referral.trailId] : []));
  return { ...list, hints: await read.hintsOf(trails) };
}
