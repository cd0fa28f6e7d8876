import type { Visit } from '../../contracts/page.js';
import type { HsdsRecord } from '../../domain/hsds/index.js';

/** Records of one kind, in an order that stays: how many, some of them, or one. Nobody reads them all to show a few. */
export interface Records {
  count(): Promise<number>;
  /** From the one with this number (0 is the first), so many. */
  some(from: number, most: number): Promise<readonly HsdsRecord[]>;
  one(id: string): Promise<HsdsRecord | null>;
}

/** What a directory holds at this moment. */
export interface Directory {
  readonly services: Records;
  readonly organisations: Records;
}

/** A directory as open data: where it stands, and how it is read. */
export interface Source {
  /** Where its API begins. */
  readonly base: string;
  /** The path of all its services in one file. */
  readonly download: string;
  readonly fileName: string;
  read(visit: Visit): Promise<Directory>;
}

/** What is at hand already, as records. */
export const atHand = (all: readonly { readonly id: string; record(): HsdsRecord }[]): Records => ({
  count: async () => all.length,
  some: async (from, most) => all.slice(from, from + most).map((one) => one.record()),
  one: async (id) => all.find((one) => one.id === id)?.record() ?? null,
});

/** Several directories as one. */
export const together =
  (...sources: readonly Pick<Source, 'read'>[]): Source['read'] =>
  async (visit) => {
    const all = await Promise.all(sources.map((source) => source.read(visit)));
    return {
      services: inARow(all.map(({ services }) => services)),
      organisations: inARow(all.map(({ organisations }) => organisations)),
    };
  };

/** One list after the other. */
const inARow = (lists: readonly Records[]): Records => ({
  async count() {
    let total = 0;
    for (const list of lists) total += await list.count();
    return total;
  },
  async some(from, most) {
    const found: HsdsRecord[] = [];
    let before = 0;
    for (const list of lists) {
      const start = Math.max(0, from + found.length - before);
      if (found.length < most) found.push(...(await list.some(start, most - found.length)));
      before += await list.count();
    }
    return found;
  },
  async one(id) {
    for (const list of lists) {
      const found = await list.one(id);
      if (found !== null) return found;
    }
    return null;
  },
});
