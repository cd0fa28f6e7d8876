import { sql, type Transaction } from 'kysely';
import type { Database } from '../storage/connection.js';
import { jsonb } from '../storage/rows/json.js';
import type { Schema } from '../storage/rows/schema.js';
import type { SendWindows } from './own.js';
import { firstSlot, neverUsed, withUse, type Turnstile, type Used } from './slots.js';

interface Row {
  readonly key: string;
  readonly used: Used | null;
  /** By the clock of the database, which is one for all processes. */
  readonly now: number;
}

/** The rows of these keys that are there, locked in the same order by everybody: who takes a turn beside another waits, and never for ever. */
async function locked(trx: Transaction<Schema>, keys: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select key, used, extract(epoch from clock_timestamp())::float8 * 1000 as now
    from send_window where key = any(${[...keys]}::text[]) order by key for update`.execute(trx);
  return rows;
}

/** Forgets conversations in which nothing was sent for two hours. */
const forgetOld = (trx: Transaction<Schema>) =>
  sql`delete from send_window where key in (select key from send_window
    where used_at < clock_timestamp() - interval '2 hours' limit 1000 for update skip locked)`.execute(trx);

const sweepEvery = 1000;

/** For several processes that send for one bot: kept in the database. */
export function sharedSendWindows({ kysely }: Pick<Database, 'kysely'>): SendWindows {
  let taken = 0;
  const age = ageOfMoments();
  return {
    async take(turnstiles, longestWaitMs) {
      if (++taken % sweepEvery === 0) await kysely.transaction().execute(forgetOld);
      const keys = turnstiles.map(({ key }) => key).sort();
      for (;;) {
        const turn = await kysely.transaction().execute((trx) => takeTurn(trx, turnstiles, keys, longestWaitMs));
        if (turn !== null) return turn.wait > longestWaitMs ? turn.wait : turn.wait - age(turn.now);
        // Not while rows are locked: two that add what the other has locked would wait for each other for ever.
        await sql`insert into send_window (key) select * from unnest(${keys}::text[]) on conflict do nothing`.execute(
          kysely,
        );
      }
    },
  };
}

/**
 * How long ago the database said what time it is: what passed since, until this process came to read it, is gone of the wait. The clocks of the
 * two need not be the same: the least that is ever between them counts as nothing.
 */
function ageOfMoments(): (databaseNow: number) => number {
  let least = Infinity;
  return (databaseNow) => {
    const between = performance.timeOrigin + performance.now() - databaseNow;
    least = Math.min(least, between);
    return between - least;
  };
}

/** How far away the turn is, and at what time that was so; null: not all keys are there yet. */
async function takeTurn(
  trx: Transaction<Schema>,
  turnstiles: readonly Turnstile[],
  keys: readonly string[],
  longestWaitMs: number,
): Promise<{ readonly wait: number; readonly now: number } | null> {
  const rows = await locked(trx, keys);
  if (rows.length < keys.length) return null;
  const usedOf = ({ key }: Turnstile): Used => rows.find((row) => row.key === key)?.used ?? neverUsed;
  const now = Math.max(...rows.map((row) => row.now));
  const at = firstSlot(
    turnstiles.map((one) => ({ ...one, used: usedOf(one) })),
    now,
  );
  if (at - now > longestWaitMs) return { wait: at - now, now };
  await noteUse(
    trx,
    turnstiles.map((one) => ({ key: one.key, used: withUse(usedOf(one), one.rates, at, now) })),
  );
  return { wait: at - now, now };
}

async function noteUse(trx: Transaction<Schema>, all: readonly { readonly key: string; readonly used: Used }[]) {
  await sql`update send_window w set used = v.used, used_at = clock_timestamp()
    from (values ${sql.join(all.map(({ key, used }) => sql`(${key}, ${jsonb(used)}::jsonb)`))}) v (key, used)
    where w.key = v.key`.execute(trx);
}
