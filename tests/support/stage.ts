import { join } from 'node:path';
import { sql } from 'kysely';
import { startApp, type App } from '../../src/app.js';
import type { ProductionConfig } from '../../src/config.js';
import type { CircuitTuning } from '../../src/platform/teams/service-circuit.js';
import { MovableClock } from '../../src/platform/clock.js';
import { createLog } from '../../src/platform/log.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import type { Organisation } from '../../src/domain/organisation.js';
import { save } from '../../src/platform/storage/save.js';
import type { Database, Engine } from '../../src/platform/storage/connection.js';
import { loadCards } from '../../src/platform/teams/cards/load-cards.js';
import type { ConnectorTuning } from '../../src/platform/teams/connector.js';
import type { SendLimits } from '../../src/platform/teams/outbound-rate-limit.js';
import { collectStatements } from './collect-statements.js';
import { startIdentity, testBot } from './bot-tokens.js';
import { freshDatabase } from './database.js';
import { startFakeTeams, type FakeTeams, type Person, type Conversation } from './fake-teams/index.js';
import { monday10 } from './given.js';
import { hurry } from './hurry.js';
import { metricsToken, showing } from './metrics-token.js';
import { root } from './kept-folder.js';
import { newKeyFile, stageKeys } from './test-sealer.js';

/** Once per test file; what a story does not draw is not compiled. A start of the whole program compiles all. */
const cards = loadCards(join(root, 'cards'), 'when-drawn');

export const deskCode = 'TEST-DESK-CODE';

/** A whole world for a story: the real bot with its token check, a Teams of our own, a real database, our own clock. */
export interface Stage {
  readonly app: App;
  readonly teams: FakeTeams;
  readonly database: Database;
  readonly clock: MovableClock;
  /** Every line the bot has logged. */
  readonly logged: string[];
  /** The figures as the bot tells them to whoever may read them. */
  metrics(): Promise<string>;
  /** Waits until nothing is left to be sent or done. */
  settled(): Promise<void>;
  /** Moves the clock forward and lets everything that is due happen. */
  later(milliseconds: number): Promise<void>;
  /** Stops the bot and starts it anew on what `open` gives: the same database, when that one can be opened again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The settings of a bot on a stage. */
export const productionConfig = (tenants: readonly string[], keyFile = newKeyFile()): ProductionConfig => ({
  mode: 'production',
  deskCodeFault: null,
  port: 0,
  host: '127.0.0.1',
  // Its keys and its database are given: nothing is written here.
  dataDirectory: join(root, 'nowhere'),
  databaseUrl: null,
  keyFile,
  logLevel: 'info',
  deskCode,
  publicUrl: null,
  appId: testBot.appId,
  proof: testBot.proof,
  proofEndsAt: null,
  appTenantId: testBot.tenantId,
  tenants: [testBot.tenantId, ...tenants],
  keys: stageKeys,
  keysFault: null,
  metricsToken,
});

export interface StageOptions {
  /** How patient the bot is with Teams. */
  readonly connector?: ConnectorTuning;
  /** Another database than a fresh one; asked again at a restart. It is told where this Teams is reached. */
  readonly open?: (teamsUrl: string) => Promise<Database>;
  /** Tenants beside the bot's own whose people may speak to it. */
  readonly tenants?: readonly string[];
  /** Attempts follow each other at once while the stage settles; how long the pauses are is tested in delivery. */
  readonly withoutPauses?: boolean;
}

/** What fails once says nothing of the next story; the circuit is tried in tests/platform/teams. */
const neverClosed: CircuitTuning = { most: 1_000, mostSlow: 1_000, failuresInRow: 1_000_000, closedForMs: 0 };

/** Teams' limits are kept in tests/platform/teams, on a clock of their own, and in the stories that ask for them: here nobody waits for them. */
const noLimits: SendLimits = { perConversation: [], perTenant: [] };

/** Opens a stage on one engine, on a Monday at ten in the morning. Close it at the end. */
export async function openStage(
  engine: Engine,
  startAt: Date = monday10,
  { connector = {}, open = () => freshDatabase(engine), tenants = [], withoutPauses = false }: StageOptions = {},
): Promise<Stage> {
  collectStatements();
  const identity = await startIdentity();
  const clock = new MovableClock(startAt);
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  const teams = await startFakeTeams({
    tenantId: testBot.tenantId,
    botId: testBot.appId,
    sign: async (activity) => `Bearer ${await identity.sign({ serviceurl: String(activity['serviceUrl']) })}`,
  });
  let database = await open(teams.serviceUrl);
  const config = productionConfig(tenants);
  const door = {
    overrides: identity.doorOverrides,
    turnsPerMinute: 100_000,
    connector: { limits: noLimits, circuit: neverClosed, ...connector },
  };
  const surroundings = () => ({ database, clock, log, door, cards, rosterPatienceMs: 60_000 });
  let app = await startApp(config, surroundings());
  teams.botUrl = `http://127.0.0.1:${app.port}/api/messages`;
  const settled = () =>
    teams
      .settled(async () => {
        if (withoutPauses) await hurry({ database });
        return isIdle(app, database, clock);
      })
      .catch((error: unknown) => {
        throw new Error(`${String(error)}\n${logged.slice(-20).join('')}`);
      });
  return {
    get app() {
      return app;
    },
    teams,
    get database() {
      return database;
    },
    clock,
    logged,
    metrics: async () => (await fetch(`http://127.0.0.1:${app.port}/metrics`, showing(metricsToken))).text(),
    settled,
    async later(milliseconds) {
      await app.parts.moveClock(milliseconds);
      await settled();
    },
    async restart() {
      await app.stop();
      database = await open(teams.serviceUrl);
      app = await startApp(config, surroundings());
      teams.botUrl = `http://127.0.0.1:${app.port}/api/messages`;
    },
    async close() {
      await app.stop();
      await teams.stop();
      await identity.close();
    },
  };
}

/** Nothing due, nothing waiting to be sent, nothing running in the queue. */
export async function isIdle(app: App, database: Database, clock: MovableClock): Promise<boolean> {
  const counts = await app.queue.counts();
  if (counts.some((count) => count.ready + count.active > 0)) return false;
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*) from message where state = 'due') + (select count(*) from due where at <= ${clock.now()}) as waiting`.execute(
    database.kysely,
  );
  return Number(rows[0]?.waiting ?? 0) === 0;
}

/** The people and places of most stories: a CLB, two providers, the desk; all linked through the front door. */
export interface Cast {
  readonly an: Person;
  readonly bram: Person;
  readonly bea: Person;
  readonly dirk: Person;
  readonly clb: Conversation;
  readonly naft: Conversation;
  readonly desk: Conversation;
}

/** Links the places as people do: the desk with the code from the environment, the others with codes the desk makes. */
export async function linkedCast(stage: Stage): Promise<Cast> {
  const { teams } = stage;
  const an = teams.person('An Peeters');
  const bram = teams.person('Bram Claes');
  const bea = teams.person('Bea Maes');
  const dirk = teams.person('Dirk Jacobs');
  const clb = teams.team('CLB Voorbeeld Leuven', { people: [an] }).general;
  const naft = teams.team('NAFT VBO', { people: [bram, bea] }).general;
  const desk = teams.team('Meldpunt', { people: [dirk] }).general;
  await dirk.says(`koppelen ${deskCode}`, desk);
  await stage.settled();
  await addOrganisation(stage, clbExample);
  await link(stage, { dirk, desk }, { who: an, where: clb, organisation: 'CLB Voorbeeld Leuven (CLB)' });
  await link(
    stage,
    { dirk, desk },
    { who: bram, where: naft, organisation: 'NAFT-Leerrecht Vlaams-Brabant Oost (aanbieder)' },
  );
  return { an, bram, bea, dirk, clb, naft, desk };
}

export const clbExample: Organisation = {
  id: '00000000-0000-4000-8000-0000000c1b01' as OrganisationId,
  kind: 'clb',
  name: 'CLB Voorbeeld Leuven',
  language: 'nl',
  municipality: '24062',
  roundTableBy: 'provider',
  coordinatorId: null,
  phone: null,
  email: null,
  version: 0,
};

/** Puts an organisation there without the desk's card, for stories that are about something else. */
export async function addOrganisation({ app, clock }: Pick<Stage, 'app' | 'clock'>, row: Organisation): Promise<void> {
  const { database, sealer } = app.parts;
  await database.kysely
    .transaction()
    .execute((trx) =>
      save(trx, sealer, [{ put: 'organisation', row }], { personId: null, organisationId: null, now: clock.now() }),
    );
}

/** The desk makes a code on its card, and somebody uses it in his or her own conversation. */
export async function link(
  stage: Pick<Stage, 'settled'>,
  by: { readonly dirk: Person; readonly desk: Conversation },
  to: {
    readonly who: Person;
    readonly where: Conversation;
    readonly organisation: string;
    readonly elsewhere?: boolean;
  },
): Promise<void> {
  await by.dirk.says('koppelcode', by.desk);
  await stage.settled();
  await by.dirk.presses('Formulier openen', {}, { in: by.desk });
  const filled = { organisation: to.organisation, ...(to.elsewhere ? { elsewhere: true } : {}) };
  const made = await by.dirk.presses('Code maken', filled, { in: by.desk });
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(made.text)?.[0];
  if (code === undefined) throw new Error(`no code on the card: ${made.text}`);
  await to.who.says(`koppelen ${code}`, to.where);
  await stage.settled();
}
