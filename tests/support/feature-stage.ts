import type { Settings } from '../../src/domain/settings.js';
import { randomUUID } from 'node:crypto';
import type { Action, ActionContext, CardData, Filled, Job, View, ViewContext } from '../../src/contracts/action.js';
import type { Actor } from '../../src/contracts/actor.js';
import type { RoundTableChange } from '../../src/domain/round-table/placing.js';
import type { InquiryChange } from '../../src/domain/inquiry/events.js';
import type { TrajectoryChange } from '../../src/domain/trajectory/placing.js';
import { storeDues } from '../../src/platform/storage/dues.js';
import { storeNotices } from '../../src/platform/storage/messages.js';
import type { CaseChange } from '../../src/contracts/case.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../src/contracts/outcome.js';
import type { Read } from '../../src/contracts/read.js';
import { createCalendar } from '../../src/platform/calendar/index.js';
import {
  contextNow,
  performAction,
  performJob,
  type Invocation,
  type Runtime,
} from '../../src/platform/runtime/perform.js';
import { applyCases, type Happening } from '../../src/platform/runtime/apply-cases.js';
import type { Database, Engine } from '../../src/platform/storage/connection.js';
import type { Context, Numbers } from '../../src/contracts/context.js';
import { numbersOf } from '../../src/platform/storage/numbers.js';
import { createRead } from '../../src/platform/storage/read.js';
import { save } from '../../src/platform/storage/save.js';
import { forget } from './borrowed-database.js';
import { anyDatabase, freshDatabase } from './database.js';
import { links, monday10 } from './given.js';
import { testSealer } from './test-sealer.js';

type Data = Readonly<Record<string, unknown>>;

/** Who presses, and on which message; words that were typed have none. */
export interface Pressing {
  readonly by: Actor;
  readonly messageId?: string | null;
  /** The activity, when Teams may bring it again. */
  readonly once?: string;
}

/** The process died in the middle of a transaction: nothing of it is stored. */
export class Died extends Error {}

/**
 * Features on a real database, without Teams: what is pressed is loaded, judged, decided and stored as it always is; what
 * is to be sent stays in the outbox. Close it at the end.
 */
export class FeatureStage {
  /** On any engine, unless it is about one. */
  static async open(engine?: Engine): Promise<FeatureStage> {
    return new FeatureStage(await (engine === undefined ? anyDatabase() : freshDatabase(engine)));
  }

  /** The program's own clock. */
  now = monday10;
  /** Whether the process dies now, with everything decided and nothing stored yet. */
  dies: () => boolean = () => false;
  /** Where ids of what is made come from: random ones, unless a story is to be told again exactly. */
  newId: Context['newId'] | null = null;
  readonly #sealer = testSealer();

  private constructor(readonly database: Database) {}

  get read(): Read {
    return createRead(this.database.kysely, this.#sealer, this.now);
  }

  get numbers(): Numbers {
    return numbersOf(this.database.kysely);
  }

  get #parts(): Runtime {
    return {
      database: this.database,
      sealer: this.#sealer,
      clock: { now: () => this.now },
      local: false,
      links,
      version: '1.2.3',
      ...(this.newId === null ? {} : { newId: this.newId }),
      calendar: ({ weeklyHours, closedPeriods }) =>
        createCalendar({ alwaysOpen: false, weeklyHours, closedPeriods: [...closedPeriods] }),
      enqueue: async () => {
        if (this.dies()) throw new Died();
      },
      moveClock: async () => undefined,
    };
  }

  /** A press: what it comes to is stored. */
  async press(action: Pick<Action, 'slug'>, data: Data, pressing: Pressing): Promise<Outcome | Refusal> {
    const known = action as Action;
    const { settings } = await contextNow(this.#parts, this.database.kysely);
    const given = givenBy(pressing, settings);
    return performAction(this.#parts, known, known.subject.parse(data), known.fields.parse(data), given);
  }

  /** A job whose moment has come. `claim` runs first in its transaction, and says whether it is still to be done. */
  run(
    job: Pick<Job, 'name'>,
    subject: Data,
    claim: Parameters<typeof performJob>[3] = async () => true,
  ): Promise<void> {
    return performJob(this.#parts, job as Job, subject, claim);
  }

  /** Does what is due of these jobs, as the program would, until nothing is. */
  async runDue(jobs: readonly Pick<Job, 'name'>[]): Promise<void> {
    const named = new Map(jobs.map((job) => [job.name, job]));
    for (;;) {
      const row = await this.database.kysely
        .selectFrom('due')
        .selectAll()
        .where('job', 'in', [...named.keys()])
        .where('at', '<=', this.now)
        .executeTakeFirst();
      const job = row && named.get(row.job);
      if (row === undefined || job === undefined) return;
      await this.database.kysely.deleteFrom('due').where('key', '=', row.key).execute();
      await this.run(job, row.subject as Data);
    }
  }

  /** A form as the person sees it. */
  async form(
    action: Pick<Action, 'slug'>,
    data: Data,
    pressing: Pressing,
    filled: Partial<Filled> = {},
  ): Promise<CardData> {
    const { load, subject, form, slug } = action as Action;
    const context = await this.#context(pressing);
    const loaded = await load(this.read, subject.parse(data), context);
    if (isRefusal(loaded) || form === undefined) throw new Error(`there is no form of ${slug}`);
    return form(loaded, context, { typed: {}, errors: {}, ...filled });
  }

  /** A view as somebody sees it, or as it is stored when nobody looks; with its toast as `summary`. */
  async see(
    view: Pick<View, 'slug'>,
    params: Data,
    by: Actor | null,
    language = by?.language,
  ): Promise<CardData | null> {
    const { load, fill, summary, params: schema } = view as View;
    const { now, calendar, settings } = await contextNow(this.#parts, this.database.kysely);
    const context: ViewContext = {
      now,
      calendar,
      settings,
      actor: by,
      language: language ?? 'nl',
      links,
      version: '1.2.3',
      local: false,
    };
    const facts = await load(this.read, schema.parse(params), context);
    return facts === null ? null : { ...fill(facts, context), summary: summary(facts, context) };
  }

  /** Stores rows as they are. */
  put(...changes: readonly Change[]): Promise<void> {
    const by = { personId: null, organisationId: null, now: this.now };
    return this.database.kysely.transaction().execute((trx) => save(trx, this.#sealer, changes, by));
  }

  #ids = 0;
  /** Ids of what follows from a world that a test makes: the same each time, so that samples can hold them. */
  readonly #nextId = <T extends string>(): T =>
    `0c0c0c0c-0000-4000-8000-${String((this.#ids += 1)).padStart(12, '0')}` as string as T;

  /** Stores what happened to referrals, whatever the rules say. */
  async happen(...changes: readonly CaseChange[]): Promise<void> {
    const context = { ...(await contextNow(this.#parts, this.database.kysely)), newId: this.#nextId };
    await this.database.kysely
      .transaction()
      .execute((trx) => applyCases(trx, this.#sealer, { cases: changes, roundTables: [], trajectories: [] }, context));
  }

  /** Stores what happened to round tables, whatever the rules say. */
  async happenAtTable(...roundTables: readonly RoundTableChange[]): Promise<void> {
    await this.#happen({ cases: [], roundTables, trajectories: [] });
  }

  /** Stores what happened to trajectories, whatever the rules say. */
  async happenOnTrajectory(...trajectories: readonly TrajectoryChange[]): Promise<void> {
    await this.#happen({ cases: [], roundTables: [], trajectories });
  }

  /** Stores what happened to questions before referring, whatever the rules say. */
  async happenToInquiry(...inquiries: readonly InquiryChange[]): Promise<void> {
    await this.#happen({ cases: [], roundTables: [], trajectories: [], inquiries });
  }

  async #happen(happening: Happening): Promise<void> {
    const context = await contextNow(this.#parts, this.database.kysely);
    await this.database.kysely.transaction().execute(async (trx) => {
      const { notices, dues, settled } = await applyCases(trx, this.#sealer, happening, context);
      await storeNotices(trx, notices, this.now);
      await storeDues(trx, dues, settled);
    });
  }

  /** Forgets everything, also the numbers that were given out. */
  async clear(): Promise<void> {
    this.now = monday10;
    this.#ids = 0;
    await forget(this.database);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  async #context(pressing: Pressing): Promise<ActionContext> {
    const now = await contextNow(this.#parts, this.database.kysely);
    return { ...now, ...givenBy(pressing, now.settings), numbers: this.numbers };
  }
}

const givenBy = ({ by, messageId = 'message-1', once }: Pressing, settings: Settings): Invocation => ({
  actor: by,
  settings,
  messageId,
  turnId: randomUUID(),
  once: once ?? null,
});
