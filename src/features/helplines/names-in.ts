import type { Read } from '../../contracts/read.js';
import type { LineChange } from '../../domain/helpline/help-line.js';
import type { HelpOrganisationId } from '../../domain/ids.js';

/** The names of the organisations that are told of in these changes; nobody reads them all for one line. */
export async function namesIn(read: Read, changes: readonly LineChange[]): Promise<Map<HelpOrganisationId, string>> {
  const ids = changes.flatMap(({ before, after }) => [before.organisationId, after.organisationId]);
  const some = [...new Set(ids.filter((id) => id !== undefined && id !== null))];
  return new Map((await read.helpOrganisationsOf(some)).map(({ id, name }) => [id, name]));
}
