import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { job } from '../../contracts/action.js';
import type { StoredImport } from '../../contracts/hsds/stored-import.js';
import type { Due } from '../../contracts/outcome.js';
import type { LineImportId } from '../../domain/ids.js';

const keptDays = 7;
const name = 'drop-line-import';

/** Key of the moment at which a file that was looked at and never taken in is let go. */
export const dropKey = (id: LineImportId): string => `line-import:${id}:drop`;

/** What was looked at is kept for a week. */
export const dropLater = (id: LineImportId, now: Date): Due => ({
  key: dropKey(id),
  job: name,
  subject: { importId: id },
  at: new Date(now.getTime() + keptDays * 86_400_000),
});

const nothing: StoredImport = { services: [], organisations: [], bad: [], counts: null };

/** A file that nobody took in within a week is let go: nothing of it stays but that it was there. */
export const dropLineImport = job({
  name,
  subject: z.object({ importId: id<LineImportId>() }),
  load: (read, { importId }) => read.lineImport(importId),
  decide: (row) =>
    row.state === 'looked-at'
      ? { changes: [{ put: 'lineImport', row: { ...row, document: nothing, state: 'dropped' } }] }
      : {},
});
