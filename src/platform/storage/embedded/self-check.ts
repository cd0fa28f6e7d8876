import type { PGlite } from '@electric-sql/pglite';

/** The embedded database cannot promise that committed rows survive a power cut, so the program must not start. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';

  constructor(reason: string) {
    super(
      `The embedded database does not keep what it confirms (${reason}). Refusing to start. Set DATABASE_URL to use a PostgreSQL server.`,
    );
  }
}

const requiredSettings = ['fsync', 'synchronous_commit', 'full_page_writes'];

/**
 * Proves at start what the wrapper promises: the settings are on, and a commit really asked the disk to flush.
 * `countFlushes` tells how often the file system was told to flush. Throws `NotDurable`.
 * Why at each start: an update of PGlite could silently undo any part of the wrapper.
 */
export async function checkDurability(pglite: PGlite, countFlushes: () => number): Promise<void> {
  for (const setting of requiredSettings) {
    const { rows } = await pglite.query<Record<string, string>>(`show ${setting}`);
    if (rows[0]?.[setting] !== 'on') throw new NotDurable(`${setting} is ${rows[0]?.[setting] ?? 'unknown'}`);
  }
  await pglite.exec(
    'create schema if not exists embedded; create table if not exists embedded.probe (id integer primary key, at timestamptz not null)',
  );
  const before = countFlushes();
  await pglite.query('insert into embedded.probe values (1, now()) on conflict (id) do update set at = excluded.at');
  if (countFlushes() === before) throw new NotDurable('a commit did not reach the disk');
}
