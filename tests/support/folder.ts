import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const gigabyte = 2 ** 30;

/** A new empty folder and how to remove it. */
export function newFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(quickPlace(), 'mp-data-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * In memory where the machine has room there: after a kill PostgreSQL flushes every file it has, which takes a disk
 * seconds. What a process has written stands there all the same when it is killed; only a power cut would differ, and
 * that no test can make.
 */
export function quickPlace(): string {
  return room('/dev/shm') > 2 * gigabyte ? '/dev/shm' : tmpdir();
}

/** Free bytes; none where there is no such place. */
function room(place: string): number {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
