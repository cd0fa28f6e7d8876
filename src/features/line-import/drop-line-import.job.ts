import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { job } from '../../contracts/action.js';
import { emptyImport } from '../../contracts/hsds/stored-import.js';
import type { Due } from '../../contracts/outcome.js';
import type { LineImportId } from '../../domain/ids.js';
import { importJobs } from './import-cards.js';

const keptDays = 7;

/** Key of the moment at which a file that was looked at and never taken in is let go. */
export const dropKey = (id: LineImportId): string => `line-import:${id}:drop`;

/** What was looked at is kept for a week. */
export const dropLater = (id: LineImportId, now: Date): Due =>
  importJobs.drop.at(new Date(now.getTime() + keptDays * 86_400_000), dropKey(id), { importId: id });

/** A file that nobody took in within a week is let go: nothing of it stays but that it was there. */
export const dropLineImport = job({
  name: importJobs.drop.name,
  subject: z.object({ importId: id<LineImportId>() }),
  load: (read, { importId }) => read.lineImport(importId),
  decide: (row) =>
    row.state === 'looked-at'
      ? { changes: [{ put: 'lineImport', row: { ...row, document: emptyImport, state: 'dropped' } }] }
      : {},
});
