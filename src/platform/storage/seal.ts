import { createHmac, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Identity, Typed } from '../../domain/draft.js';
import { pupilMarks, type PupilMarks } from '../../domain/case/same-pupil.js';

/** The two secrets of the environment, 32 bytes each: one wraps the trails' keys, one makes the blind index. */
export interface Keys {
  readonly data: Uint8Array;
  readonly index: Uint8Array;
}

/** Sealing of personal data: JWE (`dir`, A256GCM) under one key per trail, itself wrapped by the environment's key. */
export interface Sealer {
  /** A new data key, wrapped; deleting it is the erasure of everything sealed under it. */
  newWrappedKey(): Promise<string>;
  seal(wrappedKey: string, typed: Typed): Promise<string>;
  open(wrappedKey: string, sealed: string): Promise<Typed>;
  /** Digests by which one CLB recognises its own pupil; other CLBs get other digests for the same pupil. */
  marks(clbId: string, identity: Identity): PupilMarks;
}

const header = { alg: 'dir', enc: 'A256GCM' } as const;
const encrypt = (key: Uint8Array, plain: Uint8Array): Promise<string> =>
  new CompactEncrypt(plain).setProtectedHeader(header).encrypt(key);
const decrypt = async (key: Uint8Array, sealed: string): Promise<Uint8Array> =>
  (await compactDecrypt(sealed, key)).plaintext;

/** Makes the sealer. Throws when a key has not exactly 32 bytes. */
export function createSealer(keys: Keys): Sealer {
  if (keys.data.length !== 32 || keys.index.length !== 32)
    throw new Error('DATA_KEY and INDEX_KEY must be 32 bytes, in base64');
  return {
    newWrappedKey: () => encrypt(keys.data, randomBytes(32)),
    async seal(wrappedKey, typed) {
      return encrypt(await decrypt(keys.data, wrappedKey), new TextEncoder().encode(JSON.stringify(typed)));
    },
    async open(wrappedKey, sealed) {
      return JSON.parse(new TextDecoder().decode(await decrypt(await decrypt(keys.data, wrappedKey), sealed))) as Typed;
    },
    marks(clbId, identity) {
      const digest = (mark: string): string =>
        createHmac('sha256', keys.index).update(`${clbId}|${mark}`).digest('base64url');
      const { whole, ring, words } = pupilMarks(identity);
      return { whole: digest(whole), ring: digest(ring), words: words.map((sounds) => sounds.map(digest)) };
    },
  };
}
