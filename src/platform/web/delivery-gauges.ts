import { sql } from 'kysely';
import { Gauge } from 'prom-client';
import type { Database } from '../storage/connection.js';

/** Since when Teams takes nothing, and since when the oldest message is tried in vain; null: all is well. By the program's clock. */
export interface Backlog {
  readonly awaySince: Date | null;
  readonly oldest: Date | null;
  /** How much of what should happen by itself failed the last time. */
  readonly failing: number;
}

export async function backlogOf({ kysely }: Pick<Database, 'kysely'>): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select (select min(away_since) from teams_service where away_until is null) as away_since,
      (select min(tried_since) from message where state = 'due') as oldest,
      (select count(*)::int from due where attempts > 0) as failing`.execute(kysely);
  return rows[0] ?? { awaySince: null, oldest: null, failing: 0 };
}

/** Longer than this without anything taken, and /health says so. */
const degradedAfterMs = 600_000;

/** Whether Teams takes nothing for so long that somebody should know. The bot itself answers presses: it stays ready. */
export const isDegraded = ({ awaySince }: Backlog, now: Date): boolean =>
  awaySince !== null && now.getTime() - awaySince.getTime() >= degradedAfterMs;

const secondsSince = (moment: Date | null, now: Date): number =>
  moment === null ? 0 : Math.max(0, (now.getTime() - moment.getTime()) / 1000);

/** The figures of what waits for Teams. What the database does not say is left out. */
export function deliveryGauges(database: Database, now: () => Date): Gauge[] {
  const gauge = (name: string, help: string, of: (backlog: Backlog) => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [],
      async collect() {
        const backlog = await backlogOf(database).catch(() => null);
        if (backlog === null) this.remove();
        else this.set(of(backlog));
      },
    });
  return [
    gauge(
      'meldpunt_teams_away_seconds',
      'For how long Teams has taken nothing at all; 0: it takes messages',
      (backlog) => secondsSince(backlog.awaySince, now()),
    ),
    gauge(
      'meldpunt_messages_oldest_seconds',
      'For how long the oldest waiting message has been tried in vain',
      (backlog) => secondsSince(backlog.oldest, now()),
    ),
    gauge(
      'meldpunt_due_failing',
      'Work that should happen by itself and failed the last time it was tried',
      ({ failing }) => failing,
    ),
  ];
}
