import type { PGlite } from '@electric-sql/pglite';

const interval = 10 * 60_000;

/** PGlite has no background processes: without this the log of changes grows without end and statistics never come. */
export async function upkeep(pglite: PGlite): Promise<void> {
  await pglite.exec('vacuum (analyze)');
  await pglite.exec('checkpoint');
}

/** Runs the upkeep every ten minutes without keeping the process alive; returns how to stop it. */
export function startUpkeep(pglite: PGlite, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => void upkeep(pglite).catch(onError), interval);
  timer.unref();
  return () => clearInterval(timer);
}
