import { sql } from 'kysely';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import type { Job } from '../../../../src/contracts/action.js';
import type { CaseFacts } from '../../../../src/contracts/case.js';
import type { ReferralId } from '../../../../src/domain/ids.js';
import { features } from '../../../../src/features/index.js';
import { createCalendar } from '../../../../src/platform/calendar/index.js';
import { Died, type FeatureStage } from '../../../support/feature-stage.js';
import { defaultSettings } from '../../../../src/domain/settings.js';
import { atClb, farm, naft } from '../referral/world.js';
import { acts, moves, somebody, type Move, type Random, type Seen } from './moves.js';
import { registerAs } from './register.js';

const jobs: ReadonlyMap<string, Job> = new Map(
  features.flatMap(({ jobs: all }) => all.map((one) => [one.name, one as Job] as const)),
);
const calendar = createCalendar({ alwaysOpen: false, weeklyHours: defaultSettings.weeklyHours, closedPeriods: [] });
const dayMs = 86_400_000;

/** How often something happened: what a run that never gets anywhere would not show. */
export class Tally {
  readonly counts = new Map<string, number>();
  add(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
  of = (what: string): number => this.counts.get(what) ?? 0;
}

/**
 * People who press what they think of, on a real database: presses come twice, the process dies in the middle, posts do not
 * arrive, and time goes by in seconds or weeks, with every clock that runs. The same seed is the same story.
 */
export class Simulation {
  readonly tally = new Tally();
  #sent = 0;

  constructor(
    readonly stage: FeatureStage,
    readonly random: Random,
  ) {
    stage.dies = () => random(40) === 0;
  }

  /** Time goes by; what is due meanwhile is done at its moment, or all late, when the program was down. */
  async later(milliseconds: number): Promise<void> {
    const { stage } = this;
    const until = new Date(stage.now.getTime() + milliseconds);
    if (this.random(6) === 0) stage.now = until;
    for (;;) {
      const row = await this.#nextDue(until);
      if (row === undefined) break;
      if (row.at > stage.now) stage.now = row.at;
      await this.#carriesOut(row);
    }
    stage.now = until;
    await this.delivers();
  }

  #nextDue = (until: Date) =>
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
  async #carriesOut({
    key,
    job,
    subject,
    at,
  }: {
    key: string;
    job: string;
    subject: unknown;
    at: Date;
  }): Promise<void> {
    this.tally.add(`job ${job}`);
    await this.#untilItHolds(() =>
      this.stage.run(jobs.get(job)!, subject as Record<string, unknown>, async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('due')
          .where('key', '=', key)
          .where('at', '=', at)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    );
  }

  async #untilItHolds(work: () => Promise<unknown>): Promise<void> {
    for (;;)
      try {
        await work();
        return;
      } catch (error) {
        if (!(error instanceof Died)) throw error;
        this.tally.add('died');
      }
  }

  /** Teams takes what is to be sent, or will not: who asked to know hears it, once or twice. */
  async delivers(): Promise<void> {
    const { kysely } = this.stage.database;
    const first = await kysely
      .selectFrom('message')
      .select(['id', 'params', 'acceptedJob', 'failedJob'])
      .where('state', '=', 'due')
      .where('activityId', 'is', null)
      .where('acceptedJob', 'is not', null)
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
      await (lost.includes(id)
        ? this.#told(failedJob!, { ...given, reason: 'gone' })
        : this.#told(acceptedJob!, given));
    }
  }

  async #told(job: string, subject: Readonly<Record<string, unknown>>): Promise<void> {
    this.tally.add(`told by Teams: ${job}`);
    for (let times = this.random(10) === 0 ? 2 : 1; times > 0; times -= 1)
      await this.#untilItHolds(() => this.stage.run(jobs.get(job)!, subject));
  }

  /** A new referral: of the one service or the other, or the desk is to choose. */
  async registers(): Promise<void> {
    const { random, stage } = this;
    this.#sent += 1;
    const service = [naft, naft, naft, farm, farm, null][random(6)]!;
    const over = { urgency: random(5) === 0 ? ('urgent' as const) : ('normal' as const) };
    const reference = await stage.numbers.nextReference(Number(calendar.dayOf(stage.now).slice(0, 4)));
    await this.#presses(registerAs({ service, over }), { reference }, 'clb');
  }

  /** Somebody does something with a referral: mostly what there is a button for, sometimes what comes to mind. */
  async acts(id: ReferralId): Promise<void> {
    const facts = await this.stage.read.caseOf(id);
    if (facts === null) return;
    const seen = this.#sees(facts);
    const move = this.#thinksOf(seen);
    const data = move?.data(seen) ?? null;
    if (move === null || data === null) return;
    const act = acts.get(move.slug);
    if (act === undefined) throw new Error(`no act is called ${move.slug}`);
    const done = await this.#presses(act, data, move.by, seen);
    this.tally.add(`${done ? 'done' : 'refused'} ${move.slug}`);
  }

  #thinksOf(seen: Seen): Move | null {
    const possible = this.random(8) === 0 ? moves : moves.filter((move) => move.fits(seen));
    const all = possible.flatMap((move) => Array.from({ length: move.weight }, () => move));
    return all[this.random(all.length)] ?? null;
  }

  #sees = (facts: CaseFacts): Seen => {
    const { now } = this.stage;
    const today = calendar.dayOf(now);
    return { facts, now, today, random: this.random, day: (ahead) => calendar.addDays(today, ahead) };
  };

  /** A press; a dead process answers nothing, and one presses again. Teams brings some presses twice. Gives whether it was let through. */
  async #presses(
    act: Parameters<FeatureStage['press']>[0],
    data: Readonly<Record<string, unknown>>,
    by: Move['by'],
    seen?: Seen,
  ): Promise<boolean> {
    const who = seen === undefined ? atClb() : somebody(by, seen);
    const once = `a${this.tally.of('pressed')}`;
    let isThrough = false;
    const press = () =>
      this.#untilItHolds(async () => {
        const answer = await this.stage.press(act, data, { by: who, once });
        isThrough = !isRefusal(answer) && !('reply' in answer && 'form' in (answer.reply ?? {}));
      });
    await press();
    if (this.random(12) === 0) await press();
    this.tally.add('pressed');
    return isThrough;
  }

  /** A while: seconds, hours, days or weeks. */
  pause(): number {
    const longest = [30_000, 3_600_000 * 6, dayMs * 3, dayMs * 3, dayMs * 28][this.random(5)]!;
    return this.random(longest) + 1;
  }
}
