import { sql } from 'kysely';
import { Gauge } from 'prom-client';
import type { Database } from '../storage/connection.js';

/** Since when Teams takes nothing, and since when the oldest message is tried in vain; null: all is well. By the program's clock. */
export interface Backlog {
  readonly awaySince: Date | null;
  readonly oldest: Date | null;
  /** How much of what should happen by itself failed the last time. */
  readonly failing: number;
  /** Keys of what was erased that are not overwritten yet, and since when the oldest waits. */
  readonly keysLeft: number;
  readonly keysSince: Date | null;
}

export async function backlogOf({ kysely }: Pick<Database, 'kysely'>): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select (select min(away_since) from teams_service where away_until is null) as away_since,
      (select min(tried_since) from message where state = 'due') as oldest,
      (select count(*)::int from due where attempts > 0) as failing,
      (select count(*)::int from erasure where destroyed_at is null) as keys_left,
      (select min(at) from erasure where destroyed_at is null) as keys_since`.execute(kysely);
  return rows[0] ?? { awaySince: null, oldest: null, failing: 0, keysLeft: 0, keysSince: null };
}

/** Longer than this without anything taken, and /health says so. */
const degradedAfterMs = 600_000;

/**
 * What somebody should know of: Teams takes nothing for so long, or the key of what was erased cannot be overwritten. The bot itself answers
 * presses: it stays ready.
 */
export const degradedBy = ({ awaySince, keysSince }: Backlog, now: Date): 'teams' | 'erasing' | null => {
  const isLong = (since: Date | null): boolean => since !== null && now.getTime() - since.getTime() >= degradedAfterMs;
  if (isLong(keysSince)) return 'erasing';
  return isLong(awaySince) ? 'teams' : null;
};

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
      'meldpunt_keys_to_destroy',
      'Keys of what was erased that are not overwritten yet',
      ({ keysLeft }) => keysLeft,
    ),
    gauge(
      'meldpunt_due_failing',
      'Work that should happen by itself and failed the last time it was tried',
      ({ failing }) => failing,
    ),
  ];
}
