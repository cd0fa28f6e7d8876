import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these tests belong to. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const digest = (...texts: readonly (string | Uint8Array)[]): string =>
  texts
    .reduce((hash, each) => hash.update(each), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);

/** A folder for what runs may take over from each other. Made from the sources, so it can be removed at any time. */
export function keptFolder(name: string): string {
  // Checkouts may share node_modules: each has a folder of its own.
  const folder = join(root, 'node_modules', '.cache', `tests-${digest(root)}`, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
