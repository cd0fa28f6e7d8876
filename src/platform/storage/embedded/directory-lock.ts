import { closeSync, openSync } from 'node:fs';
import { tryLock, unlock } from 'fs-native-extensions';

export interface DirectoryLock {
  release(): void;
}

/** Another process has this data directory open. Two processes on one embedded database lose each other's rows. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';

  constructor(directory: string) {
    super(
      `The data directory ${directory} is in use by another process. The embedded database serves one process only: ` +
        `stop the other one, or set DATABASE_URL to a PostgreSQL server to run several processes.`,
    );
  }
}

/**
 * Takes the lock of a data directory, or throws `DirectoryInUse`.
 * The kernel holds it for the open file, so it is free at once when the process dies, also after kill -9:
 * no stale lock file ever has to be removed by hand.
 */
export function lockDirectory(directory: string, lockFile: string): DirectoryLock {
  const fd = openSync(lockFile, 'a+', 0o600);
  if (!tryLock(fd)) {
    closeSync(fd);
    throw new DirectoryInUse(directory);
  }
  return {
    release: () => {
      unlock(fd);
      closeSync(fd);
    },
  };
}
