import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fdatasync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  fstatSync,
  write,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { flushPath, writeDurably } from '../embedded/flush.js';
import { slotBytes } from './key-slot.js';

const [writeAt, flush] = [promisify(write), promisify(fdatasync)];

/** In which the first slot stands: the name of this kind of file, and an id of its own. */
const magic = 'MELDPUNT KEYS 1\n';
const idBytes = 9;

/**
 * A file with the key of every trail, beside the database: there a key can truly be overwritten, while a table keeps what it held in
 * its files, its log and every backup. Several processes may share one, also over a network disk.
 */
export interface KeyFile {
  readonly path: string;
  /** By which it is told from others: a database knows the file with its keys. */
  readonly id: string;
  /** What stands in a slot, counted from 1. One that was never written is all zeros. */
  read(slot: number): Buffer;
  /** Overwrites a slot; on disk when it resolves. */
  write(slot: number, bytes: Uint8Array): Promise<void>;
  /** Throws when the file is not there any more, or another stands in its place. */
  check(): void;
  /** A second call does nothing. */
  close(): void;
}

/** The file is not what it must be. Nothing was changed. */
export class UnusableKeyFile extends Error {
  override readonly name = 'UnusableKeyFile';
}

/** Whether there is such a file. */
export const hasKeyFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Opens the file, or makes a new one with no key in it, readable by this account only. Throws {@link UnusableKeyFile}. */
export function openKeyFile(given: string): KeyFile {
  const path = resolve(given);
  if (!hasKeyFile(path)) makeKeyFile(path);
  const fd = openSync(path, 'r+');
  const header = Buffer.alloc(slotBytes);
  readSync(fd, header, 0, slotBytes, 0);
  if (header.toString('latin1', 0, magic.length) !== magic) {
    closeSync(fd);
    throw new UnusableKeyFile(
      `${path} is no file with keys of trails. Set KEY_FILE to the right one, or to one that is not there yet.`,
    );
  }
  let isOpen = true;
  return {
    path,
    id: header.toString('base64url', magic.length, magic.length + idBytes),
    read(slot) {
      const bytes = Buffer.alloc(slotBytes);
      readSync(fd, bytes, 0, slotBytes, slot * slotBytes);
      return bytes;
    },
    async write(slot, bytes) {
      await writeAt(fd, bytes, 0, bytes.length, slot * slotBytes);
      await flush(fd);
    },
    check() {
      if (statSync(path, { throwIfNoEntry: false })?.ino !== fstatSync(fd).ino)
        throw new UnusableKeyFile(
          `${path} is gone: new keys would be lost. Stop the bot and restore it (“Keys” in docs/operations.md).`,
        );
    },
    close() {
      if (isOpen) closeSync(fd);
      isOpen = false;
    },
  };
}

/** Several processes may start at once: the first one's file counts, for all. */
function makeKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const header = Buffer.alloc(slotBytes);
  header.write(magic, 'latin1');
  randomBytes(idBytes).copy(header, magic.length);
  const own = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeDurably(own, header);
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  flushPath(dirname(path));
}
