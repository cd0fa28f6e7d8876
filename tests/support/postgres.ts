import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { quickPlace } from './folder.js';
import { freePort } from './free-port.js';

/** A PostgreSQL server of our own, thrown away after use. */
export interface ThrowawayPostgres {
  /** Connects as superuser to the database `postgres`. */
  readonly url: string;
  readonly directory: string;
  /** The program and arguments that stop it, also for a process that knows nothing else of it. */
  readonly stop: readonly string[];
}

export interface PostgresOptions {
  /** Flush to disk like a real server (benchmarks). Default false: nothing here outlives the run. */
  readonly durable?: boolean;
}

/** Where initdb and pg_ctl are: in PATH, or in Debian's folder of the newest version. Null when not installed. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/**
 * Makes and starts a server on a free port of 127.0.0.1. Works as root too: PostgreSQL refuses to run as root, so
 * everything then happens as the user `postgres`, who is made when missing. Throws when it does not start.
 */
export async function startPostgres(binaries: string, options: PostgresOptions = {}): Promise<ThrowawayPostgres> {
  const directory = mkdtempSync(join(options.durable ? tmpdir() : quickPlace(), 'mp-pg-'));
  chmodSync(directory, 0o700);
  if (isRoot()) giveToPostgres(directory);
  const data = join(directory, 'data');
  run(join(binaries, 'initdb'), [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--no-sync',
    '--no-locale',
  ]);
  const port = await startOnFreePort(binaries, directory, options.durable ?? false);
  const stop = command(join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, directory, stop };
}

/** Stops the server and removes everything of it; does not mind when it is gone already. */
export function stopPostgres(server: ThrowawayPostgres): void {
  const [program, ...args] = server.stop;
  try {
    execFileSync(program ?? '', args, { cwd: tmpdir(), stdio: 'ignore' });
  } catch {
    // It was not running any more.
  }
  rmSync(server.directory, { recursive: true, force: true });
}

/** Another program may take the free port before the server does: then try the next. */
async function startOnFreePort(binaries: string, directory: string, durable: boolean): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory}`;
    const speed = durable ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off';
    const log = join(directory, 'log');
    try {
      run(join(binaries, 'pg_ctl'), ['-D', join(directory, 'data'), '-l', log, '-w', '-o', settings + speed, 'start']);
      return port;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;

function idOfPostgres(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function giveToPostgres(directory: string): void {
  try {
    idOfPostgres('-u');
  } catch {
    execFileSync('useradd', ['--system', 'postgres']);
  }
  chownSync(directory, idOfPostgres('-u'), idOfPostgres('-g'));
}

/** As root, the same command as the user `postgres`. */
function command(program: string, args: string[]): string[] {
  if (!isRoot()) return [program, ...args];
  const user = [`--reuid=${idOfPostgres('-u')}`, `--regid=${idOfPostgres('-g')}`, '--init-groups'];
  return ['setpriv', ...user, program, ...args];
}

function run(program: string, args: string[]): void {
  const [first = program, ...rest] = command(program, args);
  execFileSync(first, rest, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
}
