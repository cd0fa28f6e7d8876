import { compactDecrypt, decodeProtectedHeader } from 'jose';
import type { Typed } from '../../../domain/draft.js';
import { kidOf, type Keys } from './seal.js';

/** Keys of trails as they stood in the table before there was a key file: wrapped as JWE by a key of the environment. */
export interface FormerKeys {
  /** The key itself. Throws when no key of the environment fits. */
  unwrap(wrapped: string): Promise<Uint8Array>;
  /** What was sealed under it, for no row in particular. Throws when it was sealed under another. */
  open(key: Uint8Array, sealed: string): Promise<Typed>;
}

const decrypt = async (key: Uint8Array, sealed: string): Promise<Uint8Array> =>
  (await compactDecrypt(sealed, key)).plaintext;

export function formerKeys({ data, formerData }: Pick<Keys, 'data' | 'formerData'>): FormerKeys {
  return {
    async unwrap(wrapped) {
      if (!formerData) return decrypt(data, wrapped);
      // What was wrapped before keys had ids may be under either.
      const { kid } = decodeProtectedHeader(wrapped);
      if (kid !== undefined) return decrypt(kid === kidOf(formerData) ? formerData : data, wrapped);
      return decrypt(data, wrapped).catch(() => decrypt(formerData, wrapped));
    },
    open: async (key, sealed) => JSON.parse(new TextDecoder().decode(await decrypt(key, sealed))) as Typed,
  };
}
