import { sql } from 'kysely';
import { jobNames } from '../../contracts/jobs.js';
import type { Due } from '../../contracts/outcome.js';
import type { Runtime } from '../runtime/perform.js';
import { storeDues } from '../storage/dues.js';

type Parts = Pick<Runtime, 'database' | 'clock' | 'enqueue'>;

/** What lasts longer than this is told to the desk, while it lasts and when it is over. */
export const longAwayMs = 3_600_000;

/** How often it is noted at most, per process, that an address takes what it is given. */
const notedEachMs = 60_000;

interface Ended {
  readonly since: Date;
  readonly told: boolean;
}

/**
 * What is known of each address of Teams: since when it takes nothing at all, and when it last took something. It stands in the
 * database, by the program's clock: for all processes, and over a restart. Teams is away when nothing that is asked there is answered.
 */
export class TeamsServices {
  private readonly notedAt = new Map<string, number>();

  constructor(private readonly parts: Parts) {}

  /** It did not answer. */
  async away(serviceUrl: string): Promise<void> {
    this.notedAt.delete(serviceUrl);
    await sql`
      insert into teams_service as s (service_url, away_since) values (${serviceUrl}, ${this.parts.clock.now()})
      on conflict (service_url) do update set away_since = excluded.away_since, away_until = null, told = false
      where s.away_since is null or s.away_until is not null`.execute(this.parts.database.kysely);
  }

  /** It answered, whatever it said; `taken`: it took a message. `wasAway`: this message met it away before. */
  async answered(serviceUrl: string, taken: boolean, wasAway: boolean): Promise<void> {
    const now = this.parts.clock.now().getTime();
    const last = this.notedAt.get(serviceUrl);
    if (!wasAway && last !== undefined && Math.abs(now - last) < notedEachMs) return;
    await this.noteAnswer(serviceUrl, taken, new Date(now));
    if (taken) this.notedAt.set(serviceUrl, now);
  }

  /** When this address last took a message; null: never that is known. */
  async takenAt(serviceUrl: string): Promise<Date | null> {
    const row = await this.parts.database.kysely
      .selectFrom('teamsService')
      .select('takenAt')
      .where('serviceUrl', '=', serviceUrl)
      .executeTakeFirst();
    return row?.takenAt ?? null;
  }

  /** The desk is told of an address that has been away for long; once, whichever process finds it. */
  async tellOfLong(): Promise<void> {
    const { database, clock } = this.parts;
    const before = new Date(clock.now().getTime() - longAwayMs);
    await database.kysely.transaction().execute(async (trx) => {
      const rows = await trx
        .updateTable('teamsService')
        .set({ told: true })
        .where('told', '=', false)
        .where('awayUntil', 'is', null)
        .where('awaySince', '<=', before)
        .returning('awaySince')
        .execute();
      await this.tell(trx, rows.flatMap(({ awaySince }) => (awaySince === null ? [] : [awaySince]))); // prettier-ignore
    });
  }

  private async noteAnswer(serviceUrl: string, taken: boolean, now: Date): Promise<void> {
    await this.parts.database.kysely.transaction().execute(async (trx) => {
      const { rows } = await sql<Ended>`
        update teams_service set away_until = ${now} where service_url = ${serviceUrl} and away_since is not null and away_until is null
        returning away_since as since, told`.execute(trx);
      if (taken)
        await sql`insert into teams_service (service_url, taken_at) values (${serviceUrl}, ${now})
          on conflict (service_url) do update set taken_at = excluded.taken_at`.execute(trx);
      const long = rows.filter(({ since, told }) => told || now.getTime() - since.getTime() >= longAwayMs);
      await this.tell(trx, long.map(({ since }) => since)); // prettier-ignore
    });
  }

  private async tell(trx: Parameters<Runtime['enqueue']>[0], since: readonly Date[]): Promise<void> {
    if (since.length === 0) return;
    const now = this.parts.clock.now();
    const dues = since.map((moment): Due => ({
      key: `teams-away:${moment.toISOString()}`,
      job: jobNames.reportTeamsAway,
      subject: { since: moment.toISOString() },
      at: now,
    }));
    await storeDues(trx, dues, []);
    await this.parts.enqueue(trx, { deliveries: [], rosters: [], wakeAt: [now] });
  }
}
