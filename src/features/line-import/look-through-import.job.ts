import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { job } from '../../contracts/action.js';
import { isLookedThrough, type StoredImport } from '../../contracts/hsds/stored-import.js';
import type { Due } from '../../contracts/outcome.js';
import type { LineImportId } from '../../domain/ids.js';
import { importJobs } from './import-cards.js';
import { lookedFurther } from './looked-through.js';

/** Key of the next piece of work on an upload. */
const lookKey = (id: LineImportId): string => `line-import:${id}:look`;

/** The work goes on at once, after whatever waits already. */
export const lookFurther = (id: LineImportId, document: StoredImport, now: Date): readonly Due[] =>
  isLookedThrough(document) ? [] : [importJobs.look.at(now, lookKey(id), { importId: id })];

/**
 * A large file is looked through for personal data piece by piece, each in a transaction of its own: the page tells how far it
 * is, others are answered in between, and after a stop it goes on where it was.
 */
export const lookThroughImport = job({
  name: importJobs.look.name,
  subject: z.object({ importId: id<LineImportId>() }),
  async load(read, { importId }, context) {
    const row = await read.lineImport(importId);
    if (row === null || row.state !== 'looked-at') return null;
    return { row, document: await lookedFurther(row.document as StoredImport, context) };
  },
  decide: ({ row, document }, { now }) => ({
    changes: [{ put: 'lineImport', row: { ...row, document } }],
    dues: lookFurther(row.id, document, now),
  }),
});
