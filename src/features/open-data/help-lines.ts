import { downloadPath } from '../../contracts/hsds/line-import.js';
import type { Visit } from '../../contracts/page.js';
import type { Read } from '../../contracts/read.js';
import type { HelpLineFilter } from '../../contracts/read-help-lines.js';
import {
  helpLineStatuses,
  type HelpLine,
  type HelpOrganisation,
  type LineChange,
} from '../../domain/helpline/help-line.js';
import { fullOrganisationRecord, serviceRecord, type Exporting, type FullLine } from '../../domain/hsds/index.js';
import type { HelpLineId, HelpOrganisationId } from '../../domain/ids.js';
import { hsdsTerms } from '../../texts/hsds-terms.js';
import { inSlices } from '../../lib/in-slices.js';
import type { Records, Source } from './source.js';

const everything: HelpLineFilter = { statuses: helpLineStatuses };

/** The help lines, whatever their state, by name. Public data only: no keeper, no person. */
export const helpLines: Source = {
  base: '/hulplijnen/hsds',
  download: downloadPath,
  fileName: 'hulplijnen.hsds.json',
  async read({ read }: Visit) {
    const teams = new Map((await read.organisations()).map(({ id, name }) => [id, name]));
    const teamName: Exporting['teamName'] = (id) => (id === null ? undefined : teams.get(id)) ?? hsdsTerms.desk;
    const exporting = { terms: hsdsTerms, teamName };
    return { services: services(read, exporting), organisations: organisations(read, exporting) };
  },
};

const services = (read: Read, exporting: Exporting): Records => ({
  count: () => read.countHelpLines(everything),
  async some(from, most) {
    const full = await fullOf(read, await read.helpLines({ ...everything, offset: from, limit: most }));
    return inSlices(full, (one) => serviceRecord(one, exporting));
  },
  async one(id) {
    const line = await read.helpLine(id as HelpLineId);
    const [full] = line === null ? [] : await fullOf(read, [line]);
    return full === undefined ? null : serviceRecord(full, exporting);
  },
});

/**
 * An organisation that was typed here and offers nothing any more is no longer for everybody: its name was
 * corrected. One that was imported stays, as it came.
 */
const organisations = (read: Read, exporting: Exporting): Records => ({
  count: () => read.countPublicOrganisations(),
  some: async (from, most) => recordsOf(read, await read.publicOrganisations({ offset: from, limit: most }), exporting),
  async one(id) {
    const [one] = await read.publicOrganisations({ offset: 0, limit: 1, id: id as HelpOrganisationId });
    return one === undefined ? null : ((await recordsOf(read, [one], exporting))[0] ?? null);
  },
});

async function recordsOf(read: Read, some: readonly HelpOrganisation[], exporting: Exporting) {
  const organisationIds = some.map(({ id }) => id);
  const lines = some.length === 0 ? [] : await read.helpLines({ ...everything, organisationIds, limit: 1_000_000 });
  const full = await fullOf(read, lines);
  return some.map((one) =>
    fullOrganisationRecord(
      one,
      full.filter(({ organisation }) => organisation.id === one.id),
      exporting,
    ),
  );
}

/** These lines with who offers them and what happened to them; a line without organisation is left out. */
async function fullOf(read: Read, lines: readonly HelpLine[]): Promise<FullLine[]> {
  if (lines.length === 0) return [];
  const around = await read.helpOrganisationsOf([...new Set(lines.map(({ organisationId }) => organisationId))]);
  const organisationById = new Map(around.map((one) => [one.id, one]));
  const histories = historiesOf(await read.lineChangesOf(lines.map(({ id }) => id)));
  return lines.flatMap((line) => {
    const organisation = organisationById.get(line.organisationId);
    return organisation === undefined ? [] : [{ line, organisation, history: histories.get(line.id) ?? [] }];
  });
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
