import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import { handovers, trajectoryOutcomes } from '../../../src/domain/codes.js';
import { trajectoryChecks } from '../../../src/platform/storage/case/state-checks.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import type { Schema } from '../../../src/platform/storage/rows/schema.js';
import { engines, freshDatabase } from '../../support/database.js';

const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/** What stands beside the checks of each state: the codes, and that a warm handover says to whom. */
const besides = [
  { name: 'trajectory_outcomes', check: `outcome in (${list(trajectoryOutcomes)})` },
  { name: 'trajectory_handovers', check: `handover in (${list(handovers)})` },
  { name: 'trajectory_half_days', check: 'half_days >= 0' },
  { name: 'trajectory_handed_over', check: `(outcome = 'warm-handover') is not true or handover is not null` },
];

/** The checks on the rows of a table, as the database itself writes them down. */
async function checksOn(db: Kysely<Schema>, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; check: string }>`
    select conname as name, pg_get_constraintdef(oid) as check from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`.execute(db);
  return new Map(rows.map(({ name, check }) => [name, check]));
}

describe.each(engines)('the checks on a stored trajectory, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.close());

  it('are those made from the table of its states and from the codes, and no others', async () => {
    const { kysely } = database;
    await sql`create table asked (like trajectory)`.execute(kysely);
    for (const { name, check } of [...trajectoryChecks(), ...besides])
      await sql`alter table asked add constraint ${sql.id(name)} check (${sql.raw(check)})`.execute(kysely);
    expect(await checksOn(kysely, 'trajectory')).toEqual(await checksOn(kysely, 'asked'));
  });
});
