import { plainUuid } from '../../lib/hsds/formats.js';
import { planImport, type FullLine, type HsdsTerms, type ImportPlan } from '../../domain/hsds/index.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { textOf } from '../../lib/hsds/record.js';
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
}

/** An upload with what it would change now; after it was taken in the plan is empty. */
export interface LookedAt {
  readonly row: LineImport;
  readonly stored: StoredImport;
  readonly plan: ImportPlan;
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
  const plan = planImport(incoming, alone, { lines, organisations }, terms);
  return { row, stored, plan, print: printOf(id, plan) };
}

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
