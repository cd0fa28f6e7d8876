import { sql } from 'kysely';
import type { Action, Job } from '../../../../src/contracts/action.js';
import { jobNames } from '../../../../src/contracts/jobs.js';
import { defaultSettings } from '../../../../src/domain/settings.js';
import { features } from '../../../../src/features/index.js';
import { createCalendar } from '../../../../src/platform/calendar/index.js';
import { scheduleKey } from '../../../../src/platform/runtime/schedules.js';
import type { DueRow } from '../../../../src/platform/storage/rows/schema.js';
import { Died, type FeatureStage } from '../../../support/feature-stage.js';
import type { Random } from './move.js';
import type { Tally } from './simulation.js';

/** The acts of all features, by the name on the button. */
export const acts: ReadonlyMap<string, Action> = new Map(
  features.flatMap(({ actions }) => actions.map((one) => [one.slug, one as Action] as const)),
);

const jobs: ReadonlyMap<string, Job> = new Map(
  features.flatMap(({ jobs: all }) => all.map((one) => [one.name, one as Job] as const)),
);

/** What comes back by itself and concerns referrals; not the nightly run, which would mend what is to be found. */
const rhythms: readonly string[] = [jobNames.checkLists, jobNames.askHalfDays, jobNames.tellGone];
const schedules = features.flatMap(({ schedules: some }) => (some ?? []).filter(({ job }) => rhythms.includes(job)));
const calendar = createCalendar({ alwaysOpen: false, weeklyHours: defaultSettings.weeklyHours, closedPeriods: [] });

/** Work that died is done again: nothing of it was stored. */
export async function untilItHolds(tally: Tally, work: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      tally.add('died');
    }
}

/** Time that goes by with every clock that runs, and what Teams tells of what it was sent. */
export class Jobs {
  constructor(
    readonly stage: FeatureStage,
    readonly random: Random,
    readonly tally: Tally,
  ) {}

  /** The first moment of what comes back. */
  async begin(): Promise<void> {
    for (const { job } of schedules) await this.#plan(job);
  }

  async #plan(job: string): Promise<void> {
    const schedule = schedules.find((one) => one.job === job);
    if (schedule === undefined) return;
    const at = schedule.next(this.stage.now, { calendar, settings: defaultSettings });
    const row = { key: scheduleKey(job), job, subject: sql<string>`'{}'::jsonb`, at };
    await this.stage.database.kysely
      .insertInto('due')
      .values(row as never)
      .onConflict((oc) => oc.column('key').doNothing())
      .execute();
  }

  /** What is due meanwhile is done at its moment, or all late, when the program was down; by so many processes at once. */
  async later(milliseconds: number, processes = 1): Promise<void> {
    const { stage } = this;
    const until = new Date(stage.now.getTime() + milliseconds);
    if (this.random(6) === 0) stage.now = until;
    await Promise.all(Array.from({ length: processes }, () => this.#runUntil(until)));
    stage.now = until;
    await this.delivers();
  }

  async #runUntil(until: Date): Promise<void> {
    for (;;) {
      const row = await this.#nextDue(until);
      if (row === undefined) return;
      if (row.at > this.stage.now) this.stage.now = row.at;
      await this.#carriesOut(row);
    }
  }

  #nextDue = (until: Date): Promise<DueRow | undefined> =>
    this.stage.database.kysely
      .selectFrom('due')
      .selectAll()
      .where('job', 'in', [...jobs.keys()])
      .where('at', '<=', until)
      .orderBy('at')
      .orderBy('key')
      .limit(1)
      .executeTakeFirst();

  /** A job that dies is done again: it was claimed in the transaction that was lost. */
  async #carriesOut({ key, job, subject, at }: DueRow): Promise<void> {
    this.tally.add(`job ${job}`);
    await untilItHolds(this.tally, () =>
      this.stage.run(jobs.get(job)!, subject as Record<string, unknown>, async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('due')
          .where('key', '=', key)
          .where('at', '=', at)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    );
    if (key === scheduleKey(job)) await this.#plan(job);
  }

  /** Teams takes what is to be sent, or will not: who asked to know hears it, once or twice. */
  async delivers(): Promise<void> {
    const { kysely } = this.stage.database;
    const first = await kysely
      .selectFrom('message')
      .select(['id', 'params', 'acceptedJob', 'failedJob'])
      .where('state', '=', 'due')
      .where('activityId', 'is', null)
      .where((eb) => eb.or([eb('acceptedJob', 'is not', null), eb('failedJob', 'is not', null)]))
      .orderBy('seq')
      .execute();
    const lost = first.filter(() => this.random(8) === 0).map(({ id }) => id);
    await kysely
      .updateTable('message')
      .set(({ ref }) => ({ state: 'sent', activityId: sql<string>`'m-' || ${ref('id')}`, reason: null }))
      .where('state', '=', 'due')
      .$if(lost.length > 0, (query) => query.where('id', 'not in', lost))
      .execute();
    if (lost.length > 0)
      await kysely
        .updateTable('message')
        .set({ state: 'undeliverable', reason: 'gone' })
        .where('id', 'in', lost)
        .execute();
    for (const { id, params, acceptedJob, failedJob } of first) {
      const given = params as Readonly<Record<string, unknown>>;
      await (lost.includes(id) ? this.#told(failedJob, { ...given, reason: 'gone' }) : this.#told(acceptedJob, given));
    }
  }

  async #told(job: string | null, subject: Readonly<Record<string, unknown>>): Promise<void> {
    if (job === null) return;
    this.tally.add(`told by Teams: ${job}`);
    for (let times = this.random(10) === 0 ? 2 : 1; times > 0; times -= 1)
      await untilItHolds(this.tally, () => this.stage.run(jobs.get(job)!, subject));
  }
}
