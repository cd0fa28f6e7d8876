import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Stops the run's PostgreSQL, when a test started one, and removes the run's folder.
 * Imports none of our files: jest loads this one without the mapping that the tests get.
 */
export default function globalTeardown(): void {
  const directory = process.env['TEST_RUN_DIRECTORY'];
  if (directory === undefined) return;
  const note = join(directory, 'postgres.json');
  if (existsSync(note)) stop(JSON.parse(readFileSync(note, 'utf8')));
  rmSync(directory, { recursive: true, force: true });
}

function stop(server: { stop: string[]; directory: string }): void {
  const [program = '', ...args] = server.stop;
  try {
    execFileSync(program, args, { cwd: tmpdir(), stdio: 'ignore' });
  } catch {
    // It was not running any more: not a reason to fail the run.
  }
  rmSync(server.directory, { recursive: true, force: true });
}
