import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The people, conversations and ids of the local client, Microsoft's Agents Playground. It has one personal chat, one group
 * chat and one team with two channels, of which the first is always called General. Everybody is in all of them, and
 * the person at the screen is always `an`.
 */
export const LOCAL_TENANT = '00000000-0000-4000-8000-000000000001';
export const LOCAL_BOT = { id: '28:00000000-0000-4000-8000-000000000011', name: 'Meldpunt' } as const;

/** An and Elif refer, Bram and Dina are of NAFT (Dina coordinates), Chris is the desk, Finn of the working group. */
export const LOCAL_PEOPLE = {
  an: person(0, 'An', 'Peeters'),
  bram: person(1, 'Bram', 'Claes'),
  chris: person(2, 'Chris', 'Jacobs'),
  dina: person(3, 'Dina', 'Maes'),
  elif: person(4, 'Elif', 'Demir'),
  finn: person(5, 'Finn', 'Wouters'),
} as const;

const TEAM = '19:voorbeeld-clb@thread.tacv2';

/** `label` is how the client names it in its list at the left. */
export const LOCAL_CONVERSATIONS = {
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
  /** Resolves when it has ended, asked or not. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

/** The local client does not answer; what it said itself stands in the message. */
export class ClientDidNotStart extends Error {
  override readonly name = 'ClientDidNotStart';
}

const onlyThisMachine = new URL('./local-client/only-this-machine.js', import.meta.url).href;

/**
 * Starts the local client, on 127.0.0.1 only, and waits until it answers. It ends with this process, however that ends.
 * Throws Node's own error (`EADDRINUSE`) when the port is taken, {@link ClientDidNotStart} when it does not start.
 */
export async function startLocalClient(options: LocalClientOptions): Promise<LocalClient> {
  await mustBeFree(options.port);
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  // JSON is YAML, and needs no package.
  writeFileSync(join(directory, '.m365agentsplayground.yml'), JSON.stringify(settings(), null, 2));
  const url = `http://127.0.0.1:${options.port}`;
  const child = spawnClient(options, url, directory);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(force);
  };
  try {
    await answers(url, child, options.withinMs ?? 30_000);
  } catch (error) {
    await stop();
    throw new ClientDidNotStart(`${(error as Error).message}\n${said.join('')}`, { cause: error });
  }
  return { url, gone, stop };
}

/** With a channel to this process, of which only the end is used: it tells the client that nobody is left. */
function spawnClient(options: LocalClientOptions, url: string, directory: string): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const where = ['-e', options.botUrl, '-p', String(options.port), '--service-url', `${url}/_connector`];
  const flags = [...where, '-c', 'msteams', '--dt', 'true'];
  return spawn(process.execPath, ['--import', onlyThisMachine, cli, 'start', ...flags], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(directory, 'local-client.log'),
    },
  });
}

function person(index: number, givenName: string, surname: string) {
  return {
    id: `29:voorbeeld-${givenName.toLowerCase()}`,
    name: `${givenName} ${surname}`,
    userPrincipleName: `${givenName.toLowerCase()}@voorbeeld.be`,
    aadObjectId: `00000000-0000-4000-8000-00000000002${index}`,
    givenName,
    surname,
    email: `${givenName.toLowerCase()}@voorbeeld.be`,
  };
}

/** All keys are required, and exactly five users beside the one at the screen. */
function settings() {
  const [currentUser, ...users] = Object.values(LOCAL_PEOPLE);
  const { personal, clb, provider, desk } = LOCAL_CONVERSATIONS;
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
    probe.once('error', taken);
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
  });
}

async function answers(url: string, child: ChildProcess, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) throw new Error(`it stopped with ${ended}`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`no answer within ${withinMs} ms`);
}
