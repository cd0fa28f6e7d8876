import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, stopPostgres, type ThrowawayPostgres } from './postgres.js';

/**
 * Once per jest run, before all files: a folder that they share. Servers and templates are made by the first test that
 * needs them (tests/support/database.ts), so a run of pure tests starts at once. Every run has its own folder and port.
 */
export function beginRun(): void {
  process.env['TEST_RUN_DIRECTORY'] = mkdtempSync(join(tmpdir(), 'mp-run-'));
  if (findPostgres() !== null) return;
  if (process.env['REQUIRE_POSTGRES'] === '1')
    throw new Error('REQUIRE_POSTGRES=1, but initdb and pg_ctl are not installed.');
  process.stdout.write(
    'PostgreSQL is not installed: the tests run on the embedded engine only, the PostgreSQL part is skipped.\n',
  );
}

/** After all files: stops the run's PostgreSQL, when a test started one, and removes the run's folder. */
export function endRun(): void {
  const directory = process.env['TEST_RUN_DIRECTORY'];
  if (directory === undefined) return;
  const note = join(directory, 'postgres.json');
  if (existsSync(note)) stopPostgres(JSON.parse(readFileSync(note, 'utf8')) as ThrowawayPostgres);
  rmSync(directory, { recursive: true, force: true });
}
