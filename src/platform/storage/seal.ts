import { createHmac, randomBytes, webcrypto } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { once } from '../../lib/once.js';
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
type Key = Uint8Array | webcrypto.CryptoKey;
const encrypt = (key: Key, plain: Uint8Array): Promise<string> =>
  new CompactEncrypt(plain).setProtectedHeader(header).encrypt(key);
const decrypt = async (key: Key, sealed: string): Promise<Uint8Array> => (await compactDecrypt(sealed, key)).plaintext;

/** The key in the form in which it deciphers, made once. */
const imported = (key: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Makes the sealer. Throws when a key has not exactly 32 bytes. */
export function createSealer(keys: Keys): Sealer {
  if (keys.data.length !== 32 || keys.index.length !== 32)
    throw new Error('DATA_KEY and INDEX_KEY must be 32 bytes, in base64');
  const wrapping = once(() => imported(keys.data));
  return {
    newWrappedKey: async () => encrypt(await wrapping(), randomBytes(32)),
    async seal(wrappedKey, typed) {
      return encrypt(await decrypt(await wrapping(), wrappedKey), new TextEncoder().encode(JSON.stringify(typed)));
    },
    async open(wrappedKey, sealed) {
      return JSON.parse(
        new TextDecoder().decode(await decrypt(await decrypt(await wrapping(), wrappedKey), sealed)),
      ) as Typed;
    },
    marks(clbId, identity) {
      const digest = (mark: string): string =>
        createHmac('sha256', keys.index).update(`${clbId}|${mark}`).digest('base64url');
      const { whole, ring, words } = pupilMarks(identity);
      return { whole: digest(whole), ring: digest(ring), words: words.map((sounds) => sounds.map(digest)) };
    },
  };
}
