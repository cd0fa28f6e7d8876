import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flushPath, flushTree, writeDurably } from './flush.js';

/** The PostgreSQL major inside the pinned PGlite: a directory of another major cannot be opened. */
export const embeddedMajor = '18';

/** Where everything of one embedded database stands. The markers stand beside the database, never in it. */
export interface DataDirectory {
  readonly root: string;
  readonly database: string;
  readonly lockFile: string;
  /** Present while this program is making the database for the first time. */
  readonly begunMarker: string;
  /** Present once the database was made completely and flushed to disk. */
  readonly readyMarker: string;
}

/** The data directory is not in a state this program may open or replace. */
export class UnusableDirectory extends Error {
  override readonly name = 'UnusableDirectory';
}

/** Makes the folder when it is missing and closes it to other accounts: it holds personal data. */
export function prepareDirectory(path: string): DataDirectory {
  const root = resolve(path);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  chmodSync(root, 0o700);
  return {
    root,
    database: join(root, 'postgresql'),
    lockFile: join(root, 'lock'),
    begunMarker: join(root, 'begun.json'),
    readyMarker: join(root, 'ready.json'),
  };
}

/**
 * Decides what to do with what stands on disk; call only while holding the lock.
 * Returns `open` for a complete database and `make` when a new one has to be made; a half-made one of this program is
 * set aside first (renamed, never deleted). Throws `UnusableDirectory` where guessing could hide or lose data.
 */
export function inspect(directory: DataDirectory): 'open' | 'make' {
  const present = existsSync(directory.database);
  if (existsSync(directory.readyMarker)) {
    if (!present)
      throw new UnusableDirectory(
        `${directory.database} is gone although ${directory.readyMarker} says it was complete. Restore it from a backup, or remove the marker to start empty.`,
      );
    checkMajor(directory);
    return 'open';
  }
  if (present && !existsSync(directory.begunMarker)) {
    throw new UnusableDirectory(
      `${directory.database} was not made by this program (no ${directory.readyMarker}). Choose another data directory.`,
    );
  }
  if (present) setAside(directory);
  return 'make';
}

/** Notes that making begins, so that a directory found half-made later is known to be ours. */
export function markBegun(directory: DataDirectory): void {
  writeDurably(directory.begunMarker, `${JSON.stringify({ begunAt: new Date().toISOString() })}\n`);
  mkdirSync(directory.database, { mode: 0o700 });
  flushPath(directory.root);
}

/** Flushes the whole new database, then notes that it is complete: in this order, or a power cut could lie to us. */
export function markReady(directory: DataDirectory): void {
  flushTree(directory.database);
  writeDurably(
    directory.readyMarker,
    `${JSON.stringify({ postgresql: embeddedMajor, madeAt: new Date().toISOString() })}\n`,
  );
  rmSync(directory.begunMarker, { force: true });
}

function setAside(directory: DataDirectory): void {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  renameSync(directory.database, `${directory.database}.half-made-${stamp}`);
  flushPath(directory.root);
}

function checkMajor(directory: DataDirectory): void {
  const found = readFileSync(join(directory.database, 'PG_VERSION'), 'utf8').trim();
  if (found !== embeddedMajor) {
    throw new UnusableDirectory(
      `${directory.database} is of PostgreSQL ${found}, this program carries ${embeddedMajor}. With the version that made it, move it to a PostgreSQL server: npm start -- move-to-postgres (“Upgrade” in docs/operations.md).`,
    );
  }
}
