import { randomBytes } from 'node:crypto';
import type { TrailId } from '../../../domain/ids.js';
import type { KeyFile } from './key-file.js';
import { destroyedSlot, keyIn, keySlot, readSlot, type KeySlot } from './key-slot.js';

/** The key of a trail: the slot of the key file in which it stands. */
export interface TrailKey {
  readonly trailId: TrailId;
  readonly slot: number;
}

/** A key of the environment, with the id by which it is told from others. */
export interface EnvironmentKey {
  readonly kid: string;
  readonly by: Uint8Array;
}

/** The keys of the trails, each sealed by a key of the environment. */
export interface KeyStore {
  /** Makes the key of a new trail, on disk when it resolves. False: that slot was used before. */
  makeKey(key: TrailKey): Promise<boolean>;
  /** Overwrites the key: what was sealed under it never opens again, wherever it stands. A slot that another trail has is left alone. */
  destroyKey(key: TrailKey): Promise<void>;
  isDestroyed(key: TrailKey): boolean;
  /** Brings a key under the present key of the environment; false: it was already, or is destroyed. Throws when no key fits. */
  renewKey(key: TrailKey): Promise<boolean>;
  /** The key itself; null: it is destroyed. Throws when no key of the environment fits, or {@link LostKey}. */
  secretOf(key: TrailKey): Buffer | null;
}

/** The key file is older than the database: a key that must stand in it does not. */
export class LostKey extends Error {
  override readonly name = 'LostKey';

  constructor(path: string) {
    super(`${path} lacks the key of a trail: it is older than the database (“Restore” in docs/operations.md).`);
  }
}

/** What binds a key to its trail and its place. */
const boundTo = ({ trailId, slot }: TrailKey): string => `trail ${trailId} ${slot}`;

/** Keeps the keys of the trails in a file. `former`: by which they may still be sealed, while that key is being replaced. */
export function keyStore(file: KeyFile, present: EnvironmentKey, former: EnvironmentKey | null): KeyStore {
  const slotOf = ({ slot }: TrailKey) => readSlot(file.read(slot));
  const secretIn = (key: TrailKey, slot: KeySlot): Buffer =>
    keyIn(slot, slot.kid === former?.kid ? former.by : present.by, boundTo(key));
  const store = (key: TrailKey, secret: Uint8Array): Promise<void> =>
    file.write(key.slot, keySlot(secret, { ...present, bound: boundTo(key) }));
  const holds = (key: TrailKey, slot: KeySlot): boolean => {
    try {
      return secretIn(key, slot).length > 0;
    } catch {
      return false;
    }
  };
  const secretOf = (key: TrailKey): Buffer | null => {
    const slot = slotOf(key);
    if (slot.state === 'destroyed') return null;
    if (slot.state === 'free') throw new LostKey(file.path);
    return secretIn(key, slot);
  };
  return {
    secretOf,
    async makeKey(key) {
      if (slotOf(key).state !== 'free') return false;
      await store(key, randomBytes(32));
      return true;
    },
    async destroyKey(key) {
      const slot = slotOf(key);
      if (slot.state === 'destroyed' || (slot.state === 'key' && !holds(key, slot))) return;
      await file.write(key.slot, destroyedSlot());
    },
    isDestroyed: (key) => slotOf(key).state === 'destroyed',
    async renewKey(key) {
      const slot = slotOf(key);
      const secret = slot.state === 'key' && slot.kid === present.kid ? null : secretOf(key);
      if (secret === null) return false;
      await store(key, secret);
      return true;
    },
  };
}
