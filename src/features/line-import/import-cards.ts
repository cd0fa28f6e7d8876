import type { LineImportId } from '../../domain/ids.js';
import { jobTo, referenceTo } from '../../domain/reference-to.js';

/** The cards of taking in a directory. */
export const importCards = {
  done: referenceTo<{ readonly importId: LineImportId }>('line-import-done'),
  door: referenceTo<Readonly<Record<string, never>>>('line-import-door'),
} as const;

export const importJobs = {
  drop: jobTo<{ readonly importId: LineImportId }>('drop-line-import'),
  look: jobTo<{ readonly importId: LineImportId }>('look-through-import'),
} as const;
