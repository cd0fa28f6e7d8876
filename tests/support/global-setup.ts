import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Once per jest run: a folder that the test files share. Servers and templates are made by the first test that needs
 * them (tests/support/database.ts), so a run of pure tests starts at once. Nothing here looks at what an earlier run
 * left behind: every run has its own folder and its own port. Imports none of our files, see global-teardown.
 */
export default function globalSetup(): void {
  process.env['TEST_RUN_DIRECTORY'] = mkdtempSync(join(tmpdir(), 'mp-run-'));
  if (postgresIsInstalled()) return;
  if (process.env['REQUIRE_POSTGRES'] === '1')
    throw new Error('REQUIRE_POSTGRES=1, but initdb and pg_ctl are not installed.');
  process.stdout.write(
    'PostgreSQL is not installed: the tests run on the embedded engine only, the PostgreSQL part is skipped.\n',
  );
}

function postgresIsInstalled(): boolean {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions];
  return folders.some((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))));
}
