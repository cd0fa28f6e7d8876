import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataDirectory } from './data-directory.js';

/** Whoever watches asks every few seconds; the disk is tried no more often than this. */
const triedEveryMs = 10_000;

/** As much as the log of the database takes for a small transaction. */
const page = Buffer.alloc(8192);

/**
 * Makes the check that the folder of the embedded database is still there and that its disk takes something more: what the engine has in
 * memory answers on when either is gone. Throws the system's error (ENOENT, ENOSPC, EROFS). Tried at most every ten seconds.
 */
export function keepingCheck(directory: DataDirectory, now: () => number = Date.now): () => Promise<void> {
  let last: { readonly at: number; readonly tried: Promise<void> } | null = null;
  return () => {
    if (last === null || now() - last.at >= triedEveryMs) last = { at: now(), tried: tryOnce(directory) };
    return last.tried;
  };
}

async function tryOnce({ root, database, readyMarker }: DataDirectory): Promise<void> {
  await Promise.all([stat(readyMarker), stat(database)]);
  const folder = await mkdtemp(join(root, 'trial-'));
  try {
    const file = await open(join(folder, 'page'), 'w', 0o600);
    try {
      await file.writeFile(page);
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
