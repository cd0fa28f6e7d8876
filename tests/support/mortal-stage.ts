import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Database, type Engine } from '../../src/platform/storage/connection.js';
import { save } from '../../src/platform/storage/save.js';
import { startBot, type BotProcess } from './built-bot.js';
import { freshPostgresUrl, useCompleteDirectory } from './database.js';
import { startFakeTeams, type FakeTeams } from './fake-teams/index.js';
import { newFolder } from './folder.js';
import { clbExample, deskCode } from './stage.js';
import { testSealer } from './test-sealer.js';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bot as a process that can be killed and comes back on the same data, and a Teams that outlives it. */
export class MortalStage {
  /** Posts that the bot itself counted as possibly repeated, over all its lives. */
  repeats = 0;
  lives = 0;
  /** Time spent in starting, over all its lives. */
  startingMs = 0;
  private bot: BotProcess | null = null;

  private constructor(
    readonly teams: FakeTeams,
    private readonly where: { databaseUrl: string | null; dataDirectory: string | null },
    private readonly folder: { path: string; remove: () => void },
  ) {}

  /** Where the keys of the trails stand. */
  private get keyFile(): string {
    return join(this.folder.path, 'trail-keys');
  }

  static async open(engine: Engine): Promise<MortalStage> {
    const folder = newFolder();
    if (engine === 'embedded') await useCompleteDirectory(folder.path);
    const where =
      engine === 'embedded'
        ? { databaseUrl: null, dataDirectory: folder.path }
        : { databaseUrl: await freshPostgresUrl(), dataDirectory: null };
    const stage = new MortalStage(await startFakeTeams(), where, folder);
    await stage.withDatabase(async (database) => {
      const sealer = testSealer({ data: key(1), index: key(2) }, stage.keyFile);
      const by = { personId: null, organisationId: null, now: new Date() };
      await database.kysely
        .transaction()
        .execute((trx) => save(trx, sealer, [{ put: 'organisation', row: clbExample }], by));
    });
    return stage;
  }

  /** Looks into the data while the bot is down. */
  async withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase(this.where);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  async start(): Promise<void> {
    const begun = Date.now();
    this.lives += 1;
    this.bot = await startBot({
      LOCAL_MODE: '1',
      LANGUAGE: 'nl',
      DESK_ALWAYS_OPEN: '1',
      DESK_CODE: deskCode,
      DATA_KEY: base64(key(1)),
      INDEX_KEY: base64(key(2)),
      DATA_DIRECTORY: this.where.dataDirectory ?? this.folder.path,
      KEY_FILE: this.keyFile,
      ...(this.where.databaseUrl === null ? {} : { DATABASE_URL: this.where.databaseUrl }),
    });
    this.startingMs += Date.now() - begun;
    this.teams.botUrl = `${this.bot.url}/api/messages`;
  }

  /** Kills it as a power cut would. */
  async kill(): Promise<void> {
    await this.bot?.kill();
    this.bot = null;
  }

  /**
   * Starts it again. A server keeps work that a dead process had begun from others for a minute, because another process
   * may be at it; that minute is passed over here. The embedded engine knows that it is alone.
   */
  async revive(): Promise<void> {
    if (this.where.databaseUrl !== null)
      await this.withDatabase(({ kysely }) =>
        sql`update pgboss.job set state = 'retry', heartbeat_on = null, start_after = now() where state = 'active'`.execute(
          kysely,
        ),
      );
    await this.start();
  }

  /** Waits until everything wanted was sent, and takes up what the bot counted as repeated. */
  readonly settled = async (): Promise<void> => {
    const bot = this.bot!;
    const idle = async (): Promise<boolean> =>
      (await bot.figure('meldpunt_messages_waiting{state="due"}')) === 0 &&
      (await bot.figure('meldpunt_queue_ready{queue="wake"}')) === 0 &&
      (await bot.figure('meldpunt_queue_ready{queue="deliver"}')) === 0;
    await this.teams.settled(idle).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${bot.logged().slice(-3000)}`);
    });
  };

  /** Once in a life: how many posts it counted as possibly repeated. Every life counts from nothing. */
  async countRepeats(): Promise<number> {
    const counted = await this.bot!.figure('meldpunt_repeated_posts_total');
    this.repeats += counted;
    return counted;
  }

  async close(): Promise<void> {
    await this.bot?.stop();
    this.bot = null;
  }

  async remove(): Promise<void> {
    await this.close();
    await this.teams.stop();
    this.folder.remove();
  }
}
