import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keys } from './storage/keys/seal.js';

/**
 * Local mode only: the two keys, made once and kept beside the data (readable by this user only). In production the
 * keys come from the environment and nothing is ever made silently.
 */
export function localKeys(file: string): Keys {
  const known = read(file) ?? make(file);
  return { data: Buffer.from(known.data, 'base64'), index: Buffer.from(known.index, 'base64') };
}

interface KeyFile {
  readonly data: string;
  readonly index: string;
}

function read(file: string): KeyFile | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function make(file: string): KeyFile {
  const keys = { data: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
  return keys;
}
