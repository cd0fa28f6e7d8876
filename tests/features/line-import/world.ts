import type { LineImport } from '../../../src/contracts/read-help-lines.js';
import type { Read } from '../../../src/contracts/read.js';
import type { StoredImport } from '../../../src/contracts/hsds/stored-import.js';
import type { LineImportId } from '../../../src/domain/ids.js';
import { helpLine, helpOrganisation } from '../../support/given-directory.js';
import { monday10, person } from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

export const importId = '00000000-0000-4000-8000-0000000000a1';
export const dirk = person({ id: '00000000-0000-4000-8000-0000000000d1' as never, name: 'Dirk Jacobs' });

/** An upload of Dirk's, with this in it. */
export const uploaded = (document: StoredImport, over: Partial<LineImport> = {}): LineImport => ({
  id: importId as string as LineImportId,
  personId: dirk.id,
  at: monday10,
  fileName: 'x.json',
  document,
  state: 'looked-at',
  version: 1,
  ...over,
});

/** A Read over one upload, and over so many lines that still have no kind: only these rows stand in the database. */
export function readOf(upload: LineImport | null, unplaced = 0): Read {
  const house = helpOrganisation();
  return readOver([
    { into: 'person', rows: [dirk] },
    { into: 'lineImport', rows: upload === null ? [] : [upload] },
    { into: 'helpOrganisation', rows: unplaced === 0 ? [] : [house] },
    {
      into: 'helpLine',
      rows: Array.from({ length: unplaced }, () => helpLine({ organisationId: house.id, kind: null })),
    },
  ]);
}
