import type { HelpOrganisation } from '../helpline/help-line.js';
import type { HelpLineId, HelpOrganisationId } from '../ids.js';
import { plainUuid } from '../../lib/hsds/formats.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { planLine, type IncomingService, type PlannedLine } from './plan-line.js';
import { planOrganisation, type PlannedOrganisation } from './plan-organisation.js';
import { recordOf, textOf, type HsdsRecord } from '../../lib/hsds/record.js';
import type { FullLine } from './service-record.js';
import type { HsdsTerms } from './terms.js';

/** What is here already, as far as the document is about it. */
export interface Here {
  readonly lines: readonly FullLine[];
  readonly organisations: readonly HelpOrganisation[];
}

/** What an import would do, before anything is done. */
export interface ImportPlan {
  readonly organisations: readonly PlannedOrganisation[];
  readonly lines: readonly PlannedLine[];
}

/** Which organisations a document describes: the fullest description of each counts. */
function describedIn(incoming: readonly IncomingService[], alone: readonly HsdsRecord[]): Map<string, HsdsRecord> {
  const records = [
    ...alone,
    ...incoming.flatMap(({ service, container }) => [container, recordOf(service, 'organization')]),
  ].filter((record) => record !== null);
  const fullest = new Map<string, HsdsRecord>();
  for (const record of records) {
    const id = plainUuid(String(record['id']));
    const known = fullest.get(id);
    if (known === undefined || JSON.stringify(record).length > JSON.stringify(known).length) fullest.set(id, record);
  }
  return fullest;
}

/** Whose a service is: of the organisation in it, the one around it, the one it names, or else of one with its name. */
function organisationIdOf({ service, container }: IncomingService): HelpOrganisationId {
  const named =
    textOf(recordOf(service, 'organization') ?? {}, 'id') ??
    textOf(container ?? {}, 'id') ??
    textOf(service, 'organization_id') ??
    nameUuid(plainUuid(String(service['id'])), 'organisation');
  return plainUuid(named) as HelpOrganisationId;
}

/** A plan that is made line by line: what makes one decides how many at once. */
export interface Planning {
  lineOf(one: IncomingService): PlannedLine;
  /** Those that the lines so far name, and those that stand in the document by themselves. */
  organisations(): readonly PlannedOrganisation[];
}

/** Compares a checked document with what is here, by id. Lines that are here and not in the document stay as they are. */
export function planImport(
  incoming: readonly IncomingService[],
  alone: readonly HsdsRecord[],
  here: Here,
  terms: HsdsTerms,
): Planning {
  const described = describedIn(incoming, alone);
  const organisationById = new Map(here.organisations.map((organisation) => [organisation.id, organisation]));
  const lineById = new Map(here.lines.map((full) => [full.line.id, full]));
  const planned = new Map<string, PlannedOrganisation>();
  const plan = (id: HelpOrganisationId, name: string): PlannedOrganisation => {
    const known = planned.get(id);
    if (known !== undefined) return known;
    const made = planOrganisation(id, described.get(id) ?? null, name, organisationById.get(id) ?? null);
    planned.set(id, made);
    return made;
  };
  for (const record of alone) plan(plainUuid(String(record['id'])) as HelpOrganisationId, String(record['name']));
  return {
    lineOf(one) {
      const organisation = plan(organisationIdOf(one), String(one.service['name']).trim());
      const id = plainUuid(String(one.service['id'])) as HelpLineId;
      return planLine(one, organisation, lineById.get(id) ?? null, terms);
    },
    organisations: () => [...planned.values()],
  };
}
