/** The row that somebody else changed. */
export interface LostRow {
  readonly table: string;
  readonly id: string;
}

/** Somebody else stored the same thing in between: load and decide again. */
export class VersionConflict extends Error {
  /** `row`: what to wait for before deciding again; null where it is enough to look again. */
  constructor(
    table: string,
    readonly row: LostRow | null = null,
  ) {
    super(`somebody else changed this ${table} in between`);
    this.name = 'VersionConflict';
  }
}
