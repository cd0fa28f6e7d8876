import { createHash, createHmac } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Identity, Typed } from '../../../domain/draft.js';
import { pupilMarks, type PupilMarks } from '../../../domain/case/same-pupil.js';
import type { KeyFile } from './key-file.js';
import type { SealedRow } from './trail-parts.js';
import { keyStore, type EnvironmentKey, type KeyStore, type TrailKey } from './key-store.js';

/** The secrets of the environment, 32 bytes each: one seals the trails' keys, one makes the blind index. */
export interface Keys {
  readonly data: Uint8Array;
  readonly index: Uint8Array;
  /** What sealed them before, while it is being replaced. */
  readonly formerData?: Uint8Array | null;
}

/** By which a key is told from another without being told: beside what it seals, and where somebody looks for the right one. */
export const kidOf = (key: Uint8Array): string =>
  createHash('sha256').update('meldpunt key id ').update(key).digest('base64url').slice(0, 11);

/** Sealing of personal data: JWE (`dir`, A256GCM) under one key per trail, which stands sealed by the environment's key in the key file. */
export interface Sealer extends Omit<KeyStore, 'secretOf'> {
  /** Where the keys stand. */
  readonly keyFile: string;
  /** Throws when the key is destroyed. */
  seal(key: TrailKey, row: SealedRow, typed: Typed): Promise<string>;
  /** What was sealed; null: there is no key, or it is destroyed. Throws when it was sealed under another key, or for another row. */
  open(key: TrailKey | null, row: SealedRow, sealed: string): Promise<Typed | null>;
  /** Digests by which one CLB recognises its own pupil; other CLBs get other digests for the same pupil. */
  marks(clbId: string, identity: Identity): PupilMarks;
  /** Throws when the keys cannot be kept any more. */
  checkKeeps(): void;
  close(): void;
}

const header = { alg: 'dir', enc: 'A256GCM' } as const;

const named = (by: Uint8Array): EnvironmentKey => ({ kid: kidOf(by), by });

/** Opens nothing: for what is made for anybody who has a link, or stands in a message. */
export const closed = (sealer: Sealer): Sealer => ({
  ...sealer,
  open: (key) => (key === null ? Promise.resolve(null) : Promise.reject(new Error('nothing sealed is opened here'))),
});

/** Makes the sealer. Throws when a key has not exactly 32 bytes. */
export function createSealer(keys: Keys, file: KeyFile): Sealer {
  if (keys.data.length !== 32 || keys.index.length !== 32)
    throw new Error('DATA_KEY and INDEX_KEY must be 32 bytes, in base64');
  const { secretOf, ...store } = keyStore(file, named(keys.data), keys.formerData ? named(keys.formerData) : null);
  return {
    ...store,
    keyFile: file.path,
    async seal(key, row, typed) {
      const secret = secretOf(key);
      if (secret === null) throw new Error('this trail was erased');
      return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(typed)))
        .setProtectedHeader({ ...header, row })
        .encrypt(secret);
    },
    async open(key, row, sealed) {
      const secret = key === null ? null : secretOf(key);
      if (secret === null) return null;
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, secret);
      if (protectedHeader['row'] !== row) throw new Error('what is sealed was not sealed for this row');
      return JSON.parse(new TextDecoder().decode(plaintext)) as Typed;
    },
    marks(clbId, identity) {
      const digest = (mark: string): string =>
        createHmac('sha256', keys.index).update(`${clbId}|${mark}`).digest('base64url');
      const { whole, ring, words } = pupilMarks(identity);
      return { whole: digest(whole), ring: digest(ring), words: words.map((sounds) => sounds.map(digest)) };
    },
    checkKeeps: () => file.check(),
    close: () => file.close(),
  };
}
