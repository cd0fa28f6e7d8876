import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { embeddedParsers } from './column-types.js';
import { type DataDirectory, inspect, markBegun, markReady, prepareDirectory } from './data-directory.js';
import { keepingCheck } from './keeping-check.js';
import { lockDirectory } from './directory-lock.js';
import { DurableFileSystem } from './durable-file-system.js';
import { NamingPGlite } from './named-statements.js';
import { checkDurability } from './self-check.js';
import { startUpkeep } from './upkeep.js';

/** An open embedded PostgreSQL and how to close it. */
export interface Embedded {
  readonly pglite: PGlite;
  /** Throws when the folder is gone, or takes nothing more. */
  checkKeeps(): Promise<void>;
  /** Writes everything out and frees the directory; a second call does nothing. */
  close(): Promise<void>;
}

/** What the migrations create: trigrams, for searching through typing slips. */
const extensions = { pg_trgm };

/**
 * PGlite's own start parameters without `-F` (flush nothing), and with the flush call that the file system hooks. A log of changes that
 * has served goes: kept for reuse, its file would hold what it held for months.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'wal_recycle=off'],
];

/**
 * Opens (or makes) the embedded database of a data directory, for this process alone.
 * Throws `DirectoryInUse` for a second process, `UnusableDirectory` for a directory it may not touch, and `NotDurable`
 * when confirmed rows would not be safe.
 */
export async function openEmbedded(path: string, onError: (error: unknown) => void): Promise<Embedded> {
  const directory = prepareDirectory(path);
  const lock = lockDirectory(directory.root, directory.lockFile);
  try {
    const pglite = await openLocked(directory);
    const stopUpkeep = startUpkeep(pglite, onError);
    const close = async () => {
      stopUpkeep();
      if (pglite.closed) return;
      try {
        await pglite.exec('checkpoint').catch(onError);
        await pglite.close();
      } finally {
        lock.release();
      }
    };
    return { pglite, checkKeeps: keepingCheck(directory), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A database that is gone after `close`; `copyOf` is a dump (`dumpDataDir`) to begin from. For tests only. */
export async function openInMemory(copyOf: Blob | null = null): Promise<Embedded> {
  const pglite = await opened({
    // Much less memory than the usual 128 MB, which is cleared at each opening.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
    parsers: embeddedParsers,
    extensions,
    ...(copyOf ? { loadDataDir: copyOf } : {}),
  });
  const close = async () => (pglite.closed ? undefined : pglite.close());
  return { pglite, checkKeeps: () => Promise.resolve(), close };
}

async function opened(options: PGliteOptions): Promise<PGlite> {
  const pglite = new NamingPGlite(options);
  await pglite.waitReady;
  return pglite;
}

async function openLocked(directory: DataDirectory): Promise<PGlite> {
  const what = inspect(directory);
  if (what === 'make') markBegun(directory);
  const files = new DurableFileSystem(directory.database);
  const pglite = await opened({ fs: files, startParams, extensions, parsers: embeddedParsers });
  try {
    await checkDurability(pglite, () => files.flushes);
    if (what === 'make') await finishMaking(pglite, directory);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return pglite;
}

async function finishMaking(pglite: PGlite, directory: DataDirectory): Promise<void> {
  await pglite.exec('checkpoint');
  markReady(directory);
}
