import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes one file or directory entry durable. */
export function flushPath(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Makes every file and directory below (and including) `directory` durable. */
export function flushTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) flushTree(path);
    else if (entry.isFile()) flushPath(path);
  }
  flushPath(directory);
}

/** Writes a small file so that after a power cut it is either absent or complete. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const half = `${path}.half`;
  writeFileSync(half, content, { mode: 0o600 });
  flushPath(half);
  renameSync(half, path);
  flushPath(dirname(path));
}
