import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { monday10 } from '../given.js';
import { findPostgres, startPostgres, stopPostgres } from '../postgres.js';
import { pupilNamed, until } from '../reading.js';
import { refers } from '../refer.js';
import { openStage } from '../stage.js';
import { countRows, factsOf } from './facts.js';
import { castOf, codeMade, daysPass } from './life-cast.js';
import { drafts, eveningReferrals, firstReferrals, laterReferrals, teamsIsAway, todaysReferrals } from './life-referrals.js'; // prettier-ignore
import { helpLines, meetingHeld, meetingsPlanned, signals, survey } from './life-workgroup.js';
import { teamsAddress, worldOf } from './world.js';
import { stageKeys, testSealer } from '../test-sealer.js';

/**
 * Lives a rich life through the front door on a PostgreSQL of its own, and writes down what is then in the database:
 * `<version>.sql.gz`, and beside it what must never be lost. See docs/testing.md: a file of a version that has shipped is
 * never written again. Run: `npx tsx tests/support/databases/write-fixture.ts 0.2.0`.
 */
async function write(version: string): Promise<void> {
  const at = (ending: string) => fileURLToPath(new URL(`${version}.${ending}`, import.meta.url));
  if (version === '' || existsSync(at('sql.gz'))) throw new Error('Give a version that has no files yet.');
  const binaries = findPostgres();
  if (binaries === null) throw new Error('PostgreSQL is not installed.');
  const server = await startPostgres(binaries);
  const databaseUrl = server.url;
  const open = () => openDatabase({ databaseUrl, dataDirectory: null });
  try {
    const { world, teamsUrl, now } = await live(open);
    const database = await open();
    const sealer = testSealer(stageKeys);
    const expected = { version, now, rows: await countRows(database), facts: await factsOf({ database, sealer, now }), world }; // prettier-ignore
    await database.close();
    const dump = execFileSync(join(dirname(realpathSync(join(binaries, 'initdb'))), 'pg_dump'), ['--inserts', '--rows-per-insert=100', '--no-owner', '--no-privileges', databaseUrl], { encoding: 'utf8', maxBuffer: 1e9 }); // prettier-ignore
    writeFileSync(at('sql.gz'), gzipSync(loadable(dump).replaceAll(teamsUrl, teamsAddress), { level: 9 }));
    writeFileSync(at('expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
  } finally {
    stopPostgres(server);
  }
}

async function live(open: () => ReturnType<typeof openDatabase>) {
  const stage = await openStage('postgresql', monday10, { open });
  const tells = (what: string) => console.log(`${stage.clock.now().toISOString()} ${what}`);
  const life = await castOf(stage);
  tells('organisations and channels');
  await helpLines(life);
  tells('help lines');
  await signals(life);
  tells('signals');
  await meetingsPlanned(life);
  tells('meetings');
  await firstReferrals(life);
  tells('referrals in November');
  await daysPass(stage, '2026-12-01T09:00:00Z');
  await survey(life);
  await daysPass(stage, '2026-12-10T13:05:00Z');
  await meetingHeld(life);
  tells('meeting held');
  await refers(stage, life.an, pupilNamed('Lodewijk'));
  await daysPass(stage, '2026-12-14T09:00:00Z');
  await laterReferrals(life);
  tells('later referrals');
  await daysPass(stage, '2026-12-17T13:00:00Z');
  const reference = await todaysReferrals(life);
  await until(stage, '2026-12-17T19:00:00Z');
  await eveningReferrals(life);
  await drafts(life);
  await codeMade(life, 'CLB Proef Halle (CLB)');
  tells('evening');
  await teamsIsAway(life, reference);
  const result = { world: worldOf(stage.teams), teamsUrl: stage.teams.serviceUrl, now: stage.clock.now() };
  await stage.close();
  return result;
}

/** Settings of its session that pg_dump begins with; the tables have none of their own. */
const session =
  /^SET (?:\w+_timeout|client_\w+|standard_conforming_strings|check_function_bodies|xmloption|row_security|default_\w+) = /;

/** Only what both engines read: no commands of psql, no settings of the session but the one that is needed. */
function loadable(dump: string): string {
  const kept = dump
    .split('\n')
    .filter((line) => !session.test(line) && !/^(?:\\|SELECT pg_catalog\.set_config\()/.test(line));
  return ['begin;', 'set local check_function_bodies = false;', ...kept, 'commit;', ''].join('\n');
}

await write(process.argv[2] ?? '');
