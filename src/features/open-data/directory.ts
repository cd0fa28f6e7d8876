import type { Read } from '../../contracts/read.js';
import type { HelpLineFilter } from '../../contracts/read-help-lines.js';
import { helpLineStatuses, type HelpOrganisation, type LineChange } from '../../domain/helpline/help-line.js';
import type { Exporting, FullLine } from '../../domain/hsds/index.js';
import type { HelpLineId } from '../../domain/ids.js';
import { hsdsTerms } from '../../texts/hsds-terms.js';

/** All help lines with what belongs to them, as an export needs them. */
export interface Directory {
  readonly lines: readonly FullLine[];
  readonly organisations: readonly HelpOrganisation[];
  readonly exporting: Exporting;
}

/** Reads every line, whatever its state, by name. */
export async function readDirectory(read: Read): Promise<Directory> {
  const everything: HelpLineFilter = { statuses: helpLineStatuses, limit: 1_000_000 };
  const organisations = await read.helpOrganisations();
  const organisationById = new Map(organisations.map((one) => [one.id, one]));
  const histories = historiesOf(await read.allLineChanges());
  const teams = new Map((await read.organisations()).map(({ id, name }) => [id, name]));
  const lines = (await read.helpLines(everything)).map((line) => ({
    line,
    organisation: organisationById.get(line.organisationId)!,
    history: histories.get(line.id) ?? [],
  }));
  const teamName: Exporting['teamName'] = (id) => (id === null ? undefined : teams.get(id)) ?? hsdsTerms.desk;
  return { lines, organisations, exporting: { terms: hsdsTerms, teamName } };
}

/** Put under their lines in one go: looking through all of them for each line would take long. */
function historiesOf(changes: readonly LineChange[]): Map<HelpLineId, LineChange[]> {
  const histories = new Map<HelpLineId, LineChange[]>();
  for (const change of changes) {
    const own = histories.get(change.lineId);
    if (own === undefined) histories.set(change.lineId, [change]);
    else own.push(change);
  }
  return histories;
}
