import { helpLineStatuses, type HelpOrganisation, type LineChange } from '../../../domain/helpline/help-line.js';
import type { Exporting, FullLine } from '../../../domain/hsds/index.js';
import type { HelpLineFilter } from '../../../contracts/read-help-lines.js';
import { hsdsTerms } from '../../../texts/hsds-terms.js';
import type { Runtime } from '../../runtime/perform.js';
import { createRead } from '../../storage/read.js';

/** All help lines with what belongs to them, as an export needs them. */
export interface Directory {
  readonly lines: readonly FullLine[];
  readonly organisations: readonly HelpOrganisation[];
  readonly exporting: Exporting;
}

type Parts = Pick<Runtime, 'database' | 'sealer' | 'clock'>;

/** Reads every line, whatever its state, by name. */
export async function readDirectory(parts: Parts): Promise<Directory> {
  const read = createRead(parts.database.kysely, parts.sealer, parts.clock.now());
  const everything: HelpLineFilter = { statuses: helpLineStatuses, limit: 1_000_000 };
  const organisations = await read.helpOrganisations();
  const organisationById = new Map(organisations.map((one) => [one.id, one]));
  const histories = await readHistories(parts);
  const teams = new Map((await read.organisations()).map(({ id, name }) => [id, name]));
  const lines = (await read.helpLines(everything)).map((line) => ({
    line,
    organisation: organisationById.get(line.organisationId)!,
    history: histories.get(line.id) ?? [],
  }));
  const teamName: Exporting['teamName'] = (id) => (id === null ? undefined : teams.get(id)) ?? hsdsTerms.desk;
  return { lines, organisations, exporting: { terms: hsdsTerms, teamName } };
}

/** The history of all lines at once: one question instead of one for each. */
async function readHistories({ database }: Parts): Promise<Map<string, LineChange[]>> {
  const changes = await database.kysely
    .selectFrom('lineChange')
    .select(['id', 'lineId', 'what', 'at', 'personId', 'organisationId', 'before', 'after', 'undoes'])
    .orderBy('seq')
    .execute();
  const histories = new Map<string, LineChange[]>();
  for (const change of changes) histories.set(change.lineId, [...(histories.get(change.lineId) ?? []), change]);
  return histories;
}
