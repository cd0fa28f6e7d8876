import { downloadPath } from '../../contracts/hsds/line-import.js';
import type { Visit } from '../../contracts/page.js';
import type { HelpLineFilter } from '../../contracts/read-help-lines.js';
import { helpLineStatuses, type LineChange } from '../../domain/helpline/help-line.js';
import { fullOrganisationRecord, serviceRecord, type Exporting } from '../../domain/hsds/index.js';
import type { HelpLineId } from '../../domain/ids.js';
import { hsdsTerms } from '../../texts/hsds-terms.js';
import type { Source } from './source.js';

/** The help lines, whatever their state, by name. Public data only: no keeper, no person. */
export const helpLines: Source = {
  base: '/hulplijnen/hsds',
  download: downloadPath,
  fileName: 'hulplijnen.hsds.json',
  async read({ read }: Visit) {
    const everything: HelpLineFilter = { statuses: helpLineStatuses, limit: 1_000_000 };
    const organisations = await read.helpOrganisations();
    const organisationById = new Map(organisations.map((one) => [one.id, one]));
    const histories = historiesOf(await read.allLineChanges());
    const teams = new Map((await read.organisations()).map(({ id, name }) => [id, name]));
    const lines = (await read.helpLines(everything)).flatMap((line) => {
      const organisation = organisationById.get(line.organisationId);
      return organisation === undefined ? [] : [{ line, organisation, history: histories.get(line.id) ?? [] }];
    });
    const teamName: Exporting['teamName'] = (id) => (id === null ? undefined : teams.get(id)) ?? hsdsTerms.desk;
    const exporting = { terms: hsdsTerms, teamName };
    return {
      services: (id) =>
        lines.filter(({ line }) => id === undefined || line.id === id).map((full) => serviceRecord(full, exporting)),
      /**
       * An organisation that was typed here and offers nothing any more is no longer for everybody: its name was
       * corrected. One that was imported stays, as it came.
       */
      organisations: (id) =>
        organisations
          .filter((one) => id === undefined || one.id === id)
          .flatMap((one) => {
            const own = lines.filter(({ organisation }) => organisation.id === one.id);
            return own.length === 0 && one.foreign === null ? [] : [fullOrganisationRecord(one, own, exporting)];
          }),
    };
  },
};

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
