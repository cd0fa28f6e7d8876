import { plainUuid } from '../../lib/hsds/formats.js';
import {
  planImport,
  type FullLine,
  type HsdsTerms,
  type ImportPlan,
  type PlannedLine,
} from '../../domain/hsds/index.js';
import { inSlices } from '../../lib/in-slices.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { textOf } from '../../lib/hsds/record.js';
import { checkedAs, type CheckedLine } from '../../domain/helpline/check-line.js';
import { helpLineStatuses } from '../../domain/helpline/help-line.js';
import type { LineImportId } from '../../domain/ids.js';
import type { LineImport } from '../read-help-lines.js';
import type { Read } from '../read.js';
import type { CheckedDocument } from '../../lib/hsds/check-document.js';
import { incomingOf } from './incoming.js';

/** How many lines an import brought. */
export interface ImportCounts {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
}

/** What is kept of an upload: the checked records until they are taken in, afterwards only what came of it. */
export interface StoredImport extends CheckedDocument {
  readonly counts: ImportCounts | null;
  /** How many of its services were looked through for personal data; `personal` is what was found in them. */
  readonly lookedThrough: number;
  readonly personal: readonly PersonalService[];
  /** How many were left out because of what may never be public. */
  readonly leftOut: number;
}

/** An upload of which nothing is kept. */
export const emptyImport: StoredImport = {
  services: [],
  organisations: [],
  bad: [],
  counts: null,
  lookedThrough: 0,
  personal: [],
  leftOut: 0,
};

/** A service in whose fields something personal seems to stand: where and of what kind, never the words. */
export interface PersonalService extends CheckedLine {
  readonly path: string;
}

/** A line of the plan with what looks personal in what the file would write there. */
export interface PersonalLine extends CheckedLine {
  readonly line: PlannedLine;
}

/** An upload with what it would change now; after it was taken in the plan is empty. */
export interface LookedAt {
  readonly row: LineImport;
  readonly stored: StoredImport;
  /** Without what may never be public: those lines are left out, whatever anybody says. */
  readonly plan: ImportPlan;
  readonly personal: readonly PersonalLine[];
  /** Changes as soon as the plan does: what was looked at must be what is done. */
  readonly print: string;
}

/** Loads an upload and compares it with what is here at this moment; null when there is none. */
export async function previewImport(read: Read, id: LineImportId, terms: HsdsTerms): Promise<LookedAt | null> {
  const row = await read.lineImport(id);
  if (row === null) return null;
  const stored = row.document as StoredImport;
  const { incoming, alone } = incomingOf(stored);
  const ids = new Map(incoming.map(({ service }) => [plainUuid(String(textOf(service, 'id'))), service]));
  const organisations = await read.helpOrganisations();
  const organisationById = new Map(organisations.map((one) => [one.id, one]));
  const known = ids.size === 0 ? [] : await allLines(read);
  const lines: FullLine[] = [];
  for (const line of known.filter((one) => ids.has(one.id))) {
    const hasHistory = ids.get(line.id)?.['metadata'] !== undefined;
    const history = hasHistory ? await read.lineChanges(line.id) : [];
    const organisation = organisationById.get(line.organisationId);
    if (organisation !== undefined) lines.push({ line, organisation, history });
  }
  const planning = planImport(incoming, alone, { lines, organisations }, terms);
  const all = await inSlices(incoming, (one) => planning.lineOf(one));
  const personal = personalIn(all, stored.personal);
  const never = new Set(personal.filter(({ mayInsist }) => !mayInsist).map(({ line }) => line.id));
  const plan = { lines: all.filter((line) => !never.has(line.id)), organisations: planning.organisations() };
  return { row, stored, plan, personal, print: printOf(id, plan) };
}

/** Whether all of an upload was looked through, so that it can be shown. */
export const isLookedThrough = ({ services, lookedThrough }: StoredImport): boolean => lookedThrough >= services.length;

/** What was found where the file writes something else than what stands here: what stands here was answered for. */
function personalIn(lines: readonly PlannedLine[], found: readonly PersonalService[]): PersonalLine[] {
  const foundAt = new Map(found.map((one) => [one.path, one]));
  return lines.flatMap((line) => {
    const of = foundAt.get(line.path);
    const changes = new Set<string>(line.differences.map(({ key }) => key));
    const fresh = of?.found.filter(({ field }) => line.state === 'new' || changes.has(fieldKey(field))) ?? [];
    return fresh.length === 0 ? [] : [{ line, ...checkedAs(fresh) }];
  });
}

const fieldKey = (field: CheckedLine['found'][number]['field']): string =>
  field === 'organisation' ? 'organisationId' : field;

/** Every line, whatever its state. */
export const allLines = (read: Read) => read.helpLines({ statuses: helpLineStatuses, limit: 1_000_000 });

const printOf = (id: LineImportId, { lines, organisations }: ImportPlan): string =>
  nameUuid(
    id,
    JSON.stringify([
      lines.map(({ id: line, state, differences, otherKeys }) => [line, state, differences, otherKeys]),
      organisations.map(({ id: one, state, differences, otherKeys }) => [one, state, differences, otherKeys]),
    ]),
  );

/** The lines of a plan, counted as people think of them. */
export const countsOf = ({ lines }: ImportPlan): ImportCounts => ({
  fresh: lines.filter(({ state }) => state === 'new').length,
  changed: lines.filter(({ state }) => state === 'changed').length,
  same: lines.filter(({ state }) => state === 'same' || state === 'kept').length,
});
