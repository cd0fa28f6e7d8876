import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { deskTenantOf, keysOf, type Config } from './config.js';
import { features } from './features/index.js';
import { bootstrap } from './platform/runtime/bootstrap.js';
import { createCalendar, withSchoolHolidays } from './platform/calendar/index.js';
import { ensureSchedules } from './platform/runtime/schedules.js';
import { MovableClock, systemClock, type Clock } from './platform/clock.js';
import { createLog } from './platform/log.js';
import { tellQueueTrouble, tellTrouble } from './platform/tell-trouble.js';
import { deliveriesAtOnce, enqueueWith, outboxQueues, startOutbox, wakeNow } from './platform/outbox/queues.js';
import { documentPage } from './platform/documents/document-page.js';
import { createLinks, type SignedLinks } from './platform/web/signed-links.js';
import type { Runtime } from './platform/runtime/perform.js';
import { YieldToPresses } from './platform/runtime/yield-to-presses.js';
import { startQueue, type Queue } from './platform/queue/queue.js';
import { createRegistry } from './platform/runtime/registry.js';
import { Renderer, type CardMaker } from './platform/runtime/render.js';
import { openDatabase, type Database } from './platform/storage/connection.js';
import { countStatements } from './platform/storage/statements.js';
import { readClockAhead, storeClockAhead } from './platform/storage/clock-ahead.js';
import { markKnownPupils } from './platform/storage/mark-known-pupils.js';
import { rememberSchools } from './platform/storage/remember-schools.js';
import { awaitFirstRun } from './platform/storage/settings.js';
import { migrateToLatest } from './platform/storage/migrate.js';
import type { Sealer } from './platform/storage/keys/seal.js';
import { keysOfStore, deskCodeOf, proofEndOf, sayDeskCode, warnOfEnd } from './start-checks.js';
import { houseCards } from './platform/teams/cards/house-cards.js';
import { registerRoutes } from './platform/teams/register-routes.js';
import type { ConnectorTuning } from './platform/teams/connector.js';
import { circuitTuning } from './platform/teams/service-circuit.js';
import { createDoor, type Door, type DoorOptions } from './platform/teams/door.js';
import { sharedSendWindows } from './platform/send-windows/shared.js';
import { featurePages } from './platform/web/feature-pages.js';
import { homePage } from './platform/web/home-page.js';
import { createMeters, pagesOf, type Meters, type MetricsReaders } from './platform/web/pages.js';
import type { Connector } from './contracts/connector.js';
import { askInTime, type AskRoster } from './platform/runtime/seen-in-roster.js';
import { RepeatedWords } from './platform/runtime/repeated-words.js';
import { apologise } from './platform/runtime/apologise.js';
import type { TurnDeps } from './platform/runtime/card-in-answer.js';
import { onTurn } from './platform/runtime/turns.js';

/** What tests put in the place of the world; the rest is the same program. */
export interface Surroundings {
  readonly database?: Database;
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly cards?: CardMaker;
  readonly door?: Pick<DoorOptions, 'overrides' | 'connector' | 'turnsPerMinute'>;
  /** How long a press that opens personal data waits for Teams' roster. */
  readonly rosterPatienceMs?: number;
}

export interface App {
  readonly port: number;
  readonly parts: Runtime;
  readonly queue: Queue;
  readonly meters: Meters;
  /** Says first that it is not ready, and goes on answering until `drained`: nobody's press is lost when another process takes over. */
  stop(drained?: Promise<void>): Promise<void>;
}

const cardsDirectory = fileURLToPath(new URL('../cards', import.meta.url));
/** The build makes it. */
const keptExpressions = fileURLToPath(new URL('../dist/expressions.json', import.meta.url));

/** Builds and starts the bot: database, migrations, queue, door. Throws when anything is not as it must be. */
export async function startApp(config: Config, surroundings: Surroundings = {}): Promise<App> {
  const log = surroundings.log ?? createLog(config.logLevel);
  const registry = createRegistry(features);
  const { cards, warmUp } = given(surroundings.cards) ?? houseCards(cardsDirectory, keptExpressions);
  const renderer = new Renderer(registry, cards);
  const keys = keysOf(config);
  const { database, sealer, deskCode } = await openStore(config, surroundings.database, log);
  const queue = await startQueue(database, outboxQueues, { onError: tellQueueTrouble(log) });
  const clock = surroundings.clock ?? (await clockOf(config, database));
  let listening = config.port;
  const appId = config.mode === 'local' ? null : config.appId;
  const links = createLinks(keys.data, () => config.publicUrl ?? `http://127.0.0.1:${listening}`, appId);
  const parts = performing(config, sealer, links, clock, database, queue);
  sayDeskCode(log, await bootstrap(parts, { code: deskCode, tenantId: deskTenantOf(config) }), clock.now());

  await catchUpWithVersion(database, parts, log);
  await ensureSchedules(parts, registry.schedules);
  const language = config.mode === 'local' ? config.language : null;
  const askRoster = askingOf(() => door.connector, surroundings.rosterPatienceMs);
  const world: TurnDeps = { parts, registry, renderer, language, askRoster, repeatedWords: new RepeatedWords() };
  let stopping = false;
  const meters = createMeters();
  const yieldToPresses = new YieldToPresses(database.exclusive ? 50 : 15);
  const behind = { database, sealer, queue, clock, readers: metricsReaders(config), proofEndsAt: proofEndOf(config) };
  const pages = [
    homePage,
    ...pagesOf({ ...behind, isReady: () => !stopping }, meters),
    documentPage({ parts, registry, links, turn: () => yieldToPresses.turn() }),
    ...featurePages({ parts, registry, links }),
  ];
  const door = createDoor({
    ...doorOptions(config, surroundings, world, log),
    connector: { ...sendingFrom(database), ...silentTo(meters), ...surroundings.door?.connector },
    onTurn: timed(world, meters, yieldToPresses),
    pages: (server) => registerRoutes(server, pages, (error, page) => log.error({ page, error }, 'page')),
  });
  await startOutbox(
    { ...world, connector: door.connector, yieldToPresses, repeated: () => meters.repeatedPosts.inc() },
    queue,
    (job, error) => log.error({ job, error }, 'due'),
  );
  const { port } = await door.listen().catch(async (error: unknown) => {
    await queue.stop();
    sealer.close();
    await database.close();
    throw error;
  });
  listening = port;
  log.info({ port, engine: database.engine, mode: config.mode }, 'started');
  warnOfEnd(config, log);
  const turn = () => nextTurn().then(() => yieldToPresses.turn());
  warmUp(turn).catch((error: unknown) => log.error({ error }, 'card'));
  const stop = async (drained?: Promise<void>): Promise<void> => {
    stopping = true;
    door.sayGoodbye();
    await drained;
    await close(door, queue, parts, log);
  };
  return { port, parts, queue, meters, stop };
}

/** The database, brought up to date and filled with these keys, and the code that links the first channel of the Meldpunt. */
async function openStore(
  config: Config,
  given: Database | undefined,
  log: Logger,
): Promise<{ database: Database; sealer: Sealer; deskCode: string | null }> {
  const database = given ?? (await openDatabase({ ...config, onError: tellTrouble(log, 'database') }));
  if ((await migrateToLatest(database)).length > 0) await awaitFirstRun(database.kysely);
  const deskCode = await deskCodeOf(config, database, log);
  const sealer = await keysOfStore(config, database, log);
  return { database, sealer, deskCode };
}

/** What is worked out of what an earlier version stored. */
async function catchUpWithVersion(database: Database, { sealer }: Runtime, log: Logger): Promise<void> {
  const marked = await markKnownPupils(database, sealer);
  if (marked > 0) log.info({ marked }, 'pupils can be known again');
  await rememberSchools(database, sealer);
}

/** Cards of a test: nothing is made ready. */
const given = (cards?: CardMaker) => cards && { cards, warmUp: () => Promise.resolve() };

/** In local mode nothing else than this machine reaches the server. */
function metricsReaders(config: Config): MetricsReaders | null {
  if (config.mode === 'local') return 'this-machine';
  return config.metricsToken === null ? null : { token: config.metricsToken };
}

/** As the package says it, whether the program was built or not. */
const versionOf = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

async function close(door: Door, queue: Queue, { database, sealer }: Runtime, log: Logger): Promise<void> {
  await door.close();
  await queue.stop();
  sealer.close();
  await database.close();
  log.info('stopped');
}

function performing(
  config: Config,
  sealer: Sealer,
  links: SignedLinks,
  clock: Clock,
  database: Database,
  queue: Queue,
): Runtime {
  const local = config.mode === 'local';
  const alwaysOpen = local && config.deskAlwaysOpen;
  return {
    database,
    sealer,
    clock,
    local,
    links,
    version: versionOf(),
    calendar: (settings) =>
      createCalendar(withSchoolHolidays({ ...settings, alwaysOpen }, settings.closedInSchoolHolidays)),
    enqueue: enqueueWith(() => queue, clock),
    async moveClock(milliseconds) {
      if (!(clock instanceof MovableClock)) throw new Error('the clock moves in local mode only');
      clock.forward(milliseconds);
      await storeClockAhead(database, clock.aheadMs);
      await wakeNow(queue);
    },
  };
}

async function clockOf(config: Config, database: Database): Promise<Clock> {
  if (config.mode !== 'local') return systemClock;
  return new MovableClock(config.clockStart, await readClockAhead(database));
}

/** Answers a turn and measures presses, by verb: only verbs that exist become a label. */
function timed(world: TurnDeps, meters: Meters, yieldToPresses: YieldToPresses): DoorOptions['onTurn'] {
  return async (turn) => {
    if (turn.kind !== 'press') return onTurn(world, turn);
    const verb = world.registry.action(turn.verb) === null ? 'other' : turn.verb;
    const end = meters.presses.startTimer({ verb });
    try {
      const { result, count } = await yieldToPresses.during(() => countStatements(() => onTurn(world, turn)));
      meters.statements.observe({ verb }, count);
      return result;
    } finally {
      end();
    }
  };
}

/** Where there can be several processes, they keep Teams' limits together, and each may have more under way. */
const sendingFrom = (database: Database): ConnectorTuning =>
  database.exclusive
    ? { circuit: { ...circuitTuning, most: deliveriesAtOnce(database) - 1 } }
    : { windows: sharedSendWindows(database), circuit: { ...circuitTuning, most: deliveriesAtOnce(database) - 3 } };

/** What the connector finds of Teams, in the figures. */
const silentTo = ({ silentAddresses }: Meters): ConnectorTuning => ({
  silentAddresses: (addresses) => silentAddresses.set(addresses),
});

function doorOptions(
  config: Config,
  surroundings: Surroundings,
  world: TurnDeps,
  log: Logger,
): Omit<DoorOptions, 'onTurn'> {
  const shared = {
    port: config.port,
    host: config.host,
    onFailure: (failure: Parameters<NonNullable<DoorOptions['onFailure']>>[0]) =>
      apologise(world, failure.turn, failure.number),
    log,
    ...surroundings.door,
  };
  if (config.mode === 'local') return { ...shared, credentials: 'local', tenants: [] };
  const { appId, appTenantId: tenantId, proof } = config;
  return {
    ...shared,
    tenants: config.tenants,
    credentials: { appId, tenantId, proof },
  };
}

/** Asks Teams who is where, over the door that is made later. */
const askingOf = (connector: () => Connector, patienceMs: number | undefined): AskRoster =>
  askInTime({ members: (of) => connector().members(of), member: (of, who) => connector().member(of, who) }, patienceMs);
