import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compactDecrypt } from 'jose';
import { sql } from 'kysely';
import { keyIn, readSlot, slotBytes } from '../../src/platform/storage/keys/key-slot.js';
import type { Database } from '../../src/platform/storage/connection.js';

/** Everything that somebody has who took the disks and the secrets: files of the database, the key file, the key of the environment. */
export interface Loot {
  /** A folder, with all below it. */
  readonly folder: string;
  readonly keyFile: string;
  readonly dataKey: Uint8Array;
  /** For the ids of trails, to which keys are bound: he has these too. */
  readonly database: Database;
}

/** Which of these words he reads: in clear in some file, or in what opens of all that is sealed there, under every key that he can make. */
export async function readFromDisk(words: readonly string[], loot: Loot): Promise<string[]> {
  const { folder, keyFile, dataKey, database } = loot;
  const files = [...filesBelow(folder), keyFile].map((path) => readFileSync(path));
  const keys = [dataKey, ...(await trailKeys(keyFile, dataKey, database))];
  const sealed = new Set(files.flatMap((bytes) => bytes.toString('latin1').match(anySealed) ?? []));
  const opened: Buffer[] = [];
  for (const one of sealed) for (const key of keys) opened.push(Buffer.from(await openedBy(key, one)));
  return words.filter((word) => [...files, ...opened].some((bytes) => bytes.includes(word)));
}

/** A JWE without a wrapped key of its own, as all that is sealed here. */
const anySealed = /eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+/g;

const filesBelow = (path: string): string[] =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
    : statSync(path, { throwIfNoEntry: false })?.isFile() === true
      ? [path]
      : [];

/** The keys that the key file still gives, tried for every trail and intake of which there is an id. */
async function trailKeys(keyFile: string, dataKey: Uint8Array, { kysely }: Database): Promise<Uint8Array[]> {
  const { rows: trails } = await sql<{ id: string }>`select id from trail union select id from draft
    union select trail_id from erasure`.execute(kysely);
  const bytes = readFileSync(keyFile);
  const found: Uint8Array[] = [];
  for (let slot = 1; slot * slotBytes < bytes.length; slot++) {
    const held = readSlot(bytes.subarray(slot * slotBytes, (slot + 1) * slotBytes));
    if (held.state !== 'key') continue;
    for (const { id } of trails)
      try {
        found.push(keyIn(held, dataKey, `trail ${id} ${slot}`));
      } catch {
        // The key of another trail.
      }
  }
  return found;
}

const openedBy = (key: Uint8Array, sealed: string): Promise<string> =>
  compactDecrypt(sealed, key).then(
    ({ plaintext }) => new TextDecoder().decode(plaintext),
    () => '',
  );
