import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A slot is 128 bytes: it never crosses a sector, so a disk writes it whole or not at all. */
export const slotBytes = 128;

/** What stands in a slot. `sealed`: the key of a trail under a key of the environment, which is named by its id. */
export type Slot = KeySlot | { readonly state: 'free' } | { readonly state: 'destroyed' };

export interface KeySlot {
  readonly state: 'key';
  /** The id of the key of the environment that seals it. */
  readonly kid: string;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

const states = ['free', 'key', 'destroyed'] as const;
const [nonceBytes, tagBytes, keyBytes, kidBytes] = [12, 16, 32, 11];
const at = { kid: 8, nonce: 24, sealed: 36 } as const;
const cipher = 'aes-256-gcm';

/** What overwrites a key: the slot is never used again. */
export const destroyedSlot = (): Buffer => blank('destroyed');

/** Reads a slot; one that was never written is free. Throws when it is none. */
export function readSlot(bytes: Buffer): Slot {
  const state = states[bytes[0] ?? 0];
  if (state === undefined)
    throw new Error('the file with the keys of the trails is damaged: a slot has no known state');
  if (state !== 'key') return { state };
  return {
    state,
    kid: bytes.toString('latin1', at.kid, at.kid + kidBytes),
    nonce: bytes.subarray(at.nonce, at.nonce + nonceBytes),
    sealed: bytes.subarray(at.sealed, at.sealed + keyBytes + tagBytes),
  };
}

/** A key as it is stored: under a key of the environment (`kid` its id), and bound to its trail and place. AES-256-GCM. */
export function keySlot(key: Uint8Array, { kid, by, bound }: { kid: string; by: Uint8Array; bound: string }): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, by, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([sealing.update(key), sealing.final(), sealing.getAuthTag()]);
  const slot = blank('key');
  slot.write(kid, at.kid, 'latin1');
  slot.set(nonce, at.nonce);
  slot.set(sealed, at.sealed);
  return slot;
}

/** The key in a slot. Throws when it stands under another key, or was made for another trail or place. */
export function keyIn({ nonce, sealed }: KeySlot, by: Uint8Array, bound: string): Buffer {
  const opening = createDecipheriv(cipher, by, nonce).setAAD(Buffer.from(bound));
  opening.setAuthTag(sealed.subarray(keyBytes));
  return Buffer.concat([opening.update(sealed.subarray(0, keyBytes)), opening.final()]);
}

function blank(state: Slot['state']): Buffer {
  const slot = Buffer.alloc(slotBytes);
  slot[0] = states.indexOf(state);
  return slot;
}
