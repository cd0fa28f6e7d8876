import { createHash, createHmac, randomBytes, webcrypto } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { once } from '../../lib/once.js';
import type { Identity, Typed } from '../../domain/draft.js';
import { pupilMarks, type PupilMarks } from '../../domain/case/same-pupil.js';

/** The secrets of the environment, 32 bytes each: one wraps the trails' keys, one makes the blind index. */
export interface Keys {
  readonly data: Uint8Array;
  readonly index: Uint8Array;
  /** What wrapped them before, while it is being replaced. */
  readonly formerData?: Uint8Array | null;
}

/** By which a key is told from another without being told: in the header of what it wraps, and where somebody looks for the right one. */
export const kidOf = (key: Uint8Array): string =>
  createHash('sha256').update('meldpunt key id ').update(key).digest('base64url').slice(0, 11);

/** Sealing of personal data: JWE (`dir`, A256GCM) under one key per trail, itself wrapped by the environment's key. */
export interface Sealer {
  /** A new data key, wrapped; deleting it is the erasure of everything sealed under it. */
  newWrappedKey(): Promise<string>;
  /** The same data key, wrapped by the present key of the environment; as it was when it is already. Throws when no key fits. */
  renew(wrappedKey: string): Promise<string>;
  seal(wrappedKey: string, typed: Typed): Promise<string>;
  open(wrappedKey: string, sealed: string): Promise<Typed>;
  /** Digests by which one CLB recognises its own pupil; other CLBs get other digests for the same pupil. */
  marks(clbId: string, identity: Identity): PupilMarks;
}

const header = { alg: 'dir', enc: 'A256GCM' } as const;
type Key = Uint8Array | webcrypto.CryptoKey;
const encrypt = (key: Key, plain: Uint8Array, kid?: string): Promise<string> =>
  new CompactEncrypt(plain).setProtectedHeader({ ...header, ...(kid === undefined ? {} : { kid }) }).encrypt(key);
const decrypt = async (key: Key, sealed: string): Promise<Uint8Array> => (await compactDecrypt(sealed, key)).plaintext;

/** The key in the form in which it deciphers, made once. */
const imported = (key: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The id of the key by which something was wrapped; null before keys had ids. */
const kidIn = (wrapped: string): string | null => decodeProtectedHeader(wrapped).kid ?? null;

interface Wrapper {
  readonly kid: string;
  wrap(key: Uint8Array): Promise<string>;
  unwrap(wrapped: string): Promise<Uint8Array>;
}

function wrapper(key: Uint8Array): Wrapper {
  const kid = kidOf(key);
  const ready = once(() => imported(key));
  return {
    kid,
    wrap: async (plain) => encrypt(await ready(), plain, kid),
    unwrap: async (wrapped) => decrypt(await ready(), wrapped),
  };
}

/** Opens nothing: for what is made for anybody who has a link, or stands in a message. */
export const closed = (sealer: Sealer): Sealer => ({
  ...sealer,
  open: () => Promise.reject(new Error('nothing sealed is opened here')),
});

/** Makes the sealer. Throws when a key has not exactly 32 bytes. */
export function createSealer(keys: Keys): Sealer {
  if (keys.data.length !== 32 || keys.index.length !== 32)
    throw new Error('DATA_KEY and INDEX_KEY must be 32 bytes, in base64');
  const wrapping = wrapper(keys.data);
  const former = keys.formerData ? wrapper(keys.formerData) : null;
  /** What was wrapped before keys had ids may be under either. */
  const unwrap = async (wrapped: string): Promise<Uint8Array> => {
    if (former === null) return wrapping.unwrap(wrapped);
    const kid = kidIn(wrapped);
    if (kid === wrapping.kid) return wrapping.unwrap(wrapped);
    if (kid === former.kid) return former.unwrap(wrapped);
    return wrapping.unwrap(wrapped).catch(() => former.unwrap(wrapped));
  };
  return {
    newWrappedKey: () => wrapping.wrap(randomBytes(32)),
    renew: async (wrappedKey) =>
      kidIn(wrappedKey) === wrapping.kid ? wrappedKey : wrapping.wrap(await unwrap(wrappedKey)),
    seal: async (wrappedKey, typed) =>
      encrypt(await unwrap(wrappedKey), new TextEncoder().encode(JSON.stringify(typed))),
    open: async (wrappedKey, sealed) =>
      JSON.parse(new TextDecoder().decode(await decrypt(await unwrap(wrappedKey), sealed))) as Typed,
    marks(clbId, identity) {
      const digest = (mark: string): string =>
        createHmac('sha256', keys.index).update(`${clbId}|${mark}`).digest('base64url');
      const { whole, ring, words } = pupilMarks(identity);
      return { whole: digest(whole), ring: digest(ring), words: words.map((sounds) => sounds.map(digest)) };
    },
  };
}
