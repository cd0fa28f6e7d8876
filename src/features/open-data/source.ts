import type { Visit } from '../../contracts/page.js';
import type { HsdsRecord } from '../../domain/hsds/index.js';

/** Records of one kind: all of them, or the one with this id. */
type Records = (id?: string) => readonly HsdsRecord[];

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

/** Several directories as one. */
export const together =
  (...sources: readonly Pick<Source, 'read'>[]): Source['read'] =>
  async (visit) => {
    const all = await Promise.all(sources.map((source) => source.read(visit)));
    return {
      services: (id) => all.flatMap(({ services }) => services(id)),
      organisations: (id) => all.flatMap(({ organisations }) => organisations(id)),
    };
  };
