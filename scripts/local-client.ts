import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The people, places and ids of the local client, Microsoft's Agents Playground. It has one personal chat, one group
 * chat and one team with two channels, of which the first is always called General. Everybody is in all of them, and
 * the person at the screen is always `an`.
 */
export const LOCAL_TENANT = '00000000-0000-4000-8000-000000000001';
export const LOCAL_BOT = { id: '28:00000000-0000-4000-8000-000000000011', name: 'Meldpunt' } as const;

export const LOCAL_PEOPLE = {
  an: person(0, 'An', '(CLB Voorbeeld Leuven)'),
  bram: person(1, 'Bram', '(NAFT VBO, voorbeeld)'),
  chris: person(2, 'Chris', '(Meldpunt-desk, voorbeeld)'),
  dina: person(3, 'Dina', '(coördinator NAFT VBO, voorbeeld)'),
  elif: person(4, 'Elif', '(CLB Voorbeeld Halle)'),
  finn: person(5, 'Finn', '(werkgroep, voorbeeld)'),
} as const;

const TEAM = '19:voorbeeld-clb@thread.tacv2';

/** `label` is how the client names it in its list at the left. */
export const LOCAL_PLACES = {
  personal: { id: 'a:voorbeeld-an', scope: 'personal', label: 'Personal Chat' },
  clb: { id: TEAM, scope: 'channel', label: 'General' },
  provider: { id: '19:voorbeeld-aanbieder@thread.tacv2', scope: 'channel', label: 'Aanbieder NAFT VBO' },
  desk: { id: '19:voorbeeld-desk@thread.v2', scope: 'group', label: 'Meldpunt-desk en werkgroep' },
} as const;

export interface LocalClientOptions {
  /** The bot's messaging endpoint, e.g. http://127.0.0.1:3978/api/messages. */
  readonly botUrl: string;
  readonly port: number;
  /** Where its settings and log go; made when it is not there. */
  readonly directory: string;
  /** How long it may take to answer; 30 seconds unless told. */
  readonly withinMs?: number;
}

export interface LocalClient {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the local client and waits until it answers. Throws when the port is taken or it does not start. */
export async function startLocalClient(options: LocalClientOptions): Promise<LocalClient> {
  await mustBeFree(options.port);
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  // JSON is YAML, and needs no package.
  writeFileSync(join(directory, '.m365agentsplayground.yml'), JSON.stringify(settings(), null, 2));
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const flags = ['-e', options.botUrl, '-p', String(options.port), '-c', 'msteams', '--dt', 'true'];
  const child = spawn(process.execPath, [cli, 'start', ...flags], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(directory, 'local-client.log'),
    },
  });
  const url = `http://localhost:${options.port}`;
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    await answers(url, child, options.withinMs ?? 30_000);
  } catch (error) {
    await end(child);
    throw new Error(`the local client did not start: ${String(error)}\n${said.join('')}`, { cause: error });
  }
  return { url, stop: () => end(child) };
}

function person(index: number, givenName: string, role: string) {
  return {
    id: `29:voorbeeld-${givenName.toLowerCase()}`,
    name: `${givenName} ${role}`,
    userPrincipleName: `${givenName.toLowerCase()}@voorbeeld.be`,
    aadObjectId: `00000000-0000-4000-8000-00000000002${index}`,
    givenName,
    surname: role,
    email: `${givenName.toLowerCase()}@voorbeeld.be`,
  };
}

/** All keys are required, and exactly five users beside the one at the screen. */
function settings() {
  const [currentUser, ...users] = Object.values(LOCAL_PEOPLE);
  const { personal, clb, provider, desk } = LOCAL_PLACES;
  return {
    version: '0.1.1',
    tenantId: LOCAL_TENANT,
    bot: LOCAL_BOT,
    currentUser,
    users,
    personalChat: { id: personal.id },
    groupChat: { id: desk.id, name: desk.label },
    team: {
      id: clb.id,
      name: 'CLB Voorbeeld Leuven',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: provider.id, name: provider.label }],
    },
  };
}

/** The client itself would silently take another port. */
function mustBeFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', () => taken(new Error(`port ${port} is in use: choose another for the local client`)));
    probe.listen(port, () => probe.close(() => free()));
  });
}

async function answers(url: string, child: ChildProcess, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it stopped with code ${child.exitCode}`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`no answer within ${withinMs} ms`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
