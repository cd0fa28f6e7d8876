import { createHmac, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Identity, Typed } from '../../domain/draft.js';

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
  /** A digest by which one CLB recognises its own pupil; other CLBs get another digest for the same pupil. */
  digest(clbId: string, identity: Identity): string;
}

const header = { alg: 'dir', enc: 'A256GCM' } as const;
const encrypt = (key: Uint8Array, plain: Uint8Array): Promise<string> =>
  new CompactEncrypt(plain).setProtectedHeader(header).encrypt(key);
const decrypt = async (key: Uint8Array, sealed: string): Promise<Uint8Array> =>
  (await compactDecrypt(sealed, key)).plaintext;

/** Name and birth date in one spelling: accents, case, order of the names and punctuation do not matter. */
function canonical(identity: Identity): string {
  const words =
    identity.name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return `${[...words].sort().join(' ')}|${identity.birthDate}`;
}

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
    digest: (clbId, identity) =>
      createHmac('sha256', keys.index)
        .update(`${clbId}|${canonical(identity)}`)
        .digest('base64url'),
  };
}
