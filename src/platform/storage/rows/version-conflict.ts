/** Somebody else stored the same thing in between: load and decide again. */
export class VersionConflict extends Error {
  constructor(table: string) {
    super(`somebody else changed this ${table} in between`);
    this.name = 'VersionConflict';
  }
}
