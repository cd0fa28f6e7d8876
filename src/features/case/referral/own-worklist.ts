import type { Read } from '../../../contracts/read.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import type { Organisation } from '../../../domain/organisation.js';
import { loadWorklist, type Worklist } from './worklist.js';

/** Which page of whose list. */
export interface WhichPage {
  readonly organisationIds: readonly OrganisationId[];
  readonly page: number;
}

/** What waits for one worker of these organisations, with the hints of his or her CLB; null when none of them exists. */
export async function loadOwnWorklist(
  read: Read,
  personId: PersonId,
  { organisationIds, page }: WhichPage,
  now: Date,
): Promise<Worklist | null> {
  const organisations: Organisation[] = [];
  for (const one of organisationIds) organisations.push(...[(await read.organisation(one)) ?? []].flat());
  if (organisations.length === 0) return null;
  const list = await loadWorklist(read, organisations, personId, { now, page });
  const trails = list.lines.flatMap((line) => (line.kind === 'referral' ? [line.referral.trailId] : []));
  return { ...list, hints: await read.hintsOf(trails) };
}
