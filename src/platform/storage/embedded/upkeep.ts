import type { PGlite } from '@electric-sql/pglite';

const interval = 10 * 60_000;

/** All tables; `stale`: so much was changed since its statistics were made that PostgreSQL's own autovacuum would make them anew. */
const tables = `
  select format('%I.%I', schemaname, relname) as name,
    last_analyze is null or n_mod_since_analyze > 50 + 0.1 * n_live_tup as stale
  from pg_stat_all_tables where schemaname not in ('information_schema', 'pg_toast') order by 1`;

/**
 * PGlite has no background processes: without this the log of changes grows without end and statistics never come. It does one
 * thing at a time, so each table is a turn of its own: what people ask meanwhile goes in between.
 */
export async function upkeep(pglite: PGlite): Promise<void> {
  // What was counted since is only then seen.
  await pglite.query('select pg_stat_force_next_flush()');
  const { rows } = await pglite.query<{ name: string; stale: boolean }>(tables);
  // A quarter of the usual sample: the turn of a large table is a quarter as long.
  await pglite.exec('set default_statistics_target = 25');
  const turns = rows.flatMap(({ name, stale }) => [`vacuum ${name}`, ...(stale ? [`analyze ${name}`] : [])]);
  for (const turn of [...turns, 'checkpoint']) {
    if (pglite.closed) return;
    await pglite.exec(turn);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Runs the upkeep every ten minutes without keeping the process alive; returns how to stop it. */
export function startUpkeep(pglite: PGlite, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => void upkeep(pglite).catch(onError), interval);
  timer.unref();
  return () => clearInterval(timer);
}
