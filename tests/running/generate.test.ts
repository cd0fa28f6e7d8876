import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { generate } from '../../scripts/generate/generate.js';
import { eventParser } from '../../src/domain/case/aggregate.js';
import { clocksOf } from '../../src/domain/case/clocks.js';
import { clocksOfRoundTable } from '../../src/domain/round-table/clocks.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { clocksOfTrajectory } from '../../src/domain/trajectory/clocks.js';
import {
  caseKind,
  roundTableKind,
  trajectoryKind,
  type AggregateEvent,
  type Kind,
} from '../../src/platform/runtime/kinds.js';
import type { Database } from '../../src/platform/storage/connection.js';
import { createRead } from '../../src/platform/storage/read.js';
import type { ReferralId } from '../../src/domain/ids.js';
import { anyEngine, freshDatabase } from '../support/database.js';
import { monday10 } from '../support/given.js';
import { luxonCalendar } from '../support/working-calendar.js';
import { testSealer } from '../support/test-sealer.js';

const sealer = testSealer();
const count = 400;
type AnyKind = Pick<Kind<never, never>, 'schemas'> & {
  fold(before: null, events: readonly never[], id: never): unknown;
};

describe.each(anyEngine)('a database of generated referrals, on %s', (engine) => {
  let database: Database;
  const told: number[] = [];
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await generate(database, {
      count,
      weeks: 26,
      now: monday10,
      calendar: luxonCalendar,
      onProgress: ({ made }) => void told.push(made),
    });
  });
  afterAll(() => database.close());

  const read = () => createRead(database.kysely, sealer, monday10);

  const eventsOf = async (id: string): Promise<AggregateEvent[]> =>
    database.kysely
      .selectFrom('timeline')
      .select(['name', 'data', 'at', 'side', 'personId', 'organisationId'])
      .where('subjectId', '=', id)
      .orderBy('seq')
      .execute() as unknown as Promise<AggregateEvent[]>;

  /** What an aggregate is by its events alone. */
  const folded = async (kind: AnyKind, id: string): Promise<unknown> => {
    const parse = eventParser(kind.schemas);
    const events = (await eventsOf(id)).map(({ name, data, ...by }) => parse(name, data, by));
    return kind.fold(null, events as never, id as never);
  };

  it('tells how far it is, until all are made', () => {
    expect(told.at(-1)).toBe(count);
  });

  it('holds referrals, round tables and trajectories that are the fold of their events', async () => {
    const { rows } = await sql<{ id: ReferralId }>`select id from referral order by reference`.execute(database.kysely);
    expect(rows.length).toBeGreaterThan(count);
    for (const { id } of rows.filter((_, index) => index % 9 === 0)) {
      const facts = await read().caseOf(id);
      if (facts === null) throw new Error('every referral can be read');
      expect(await folded(caseKind, id)).toEqual({ ...facts.referral, version: 0 });
      for (const table of facts.roundTables)
        expect(await folded(roundTableKind, table.id)).toEqual({ ...table, version: 0 });
      for (const one of facts.trajectories)
        expect(await folded(trajectoryKind, one.id)).toEqual({ ...one, version: 0 });
    }
  });

  it('has exactly the clocks that its states ask for', async () => {
    const byKey = (one: { readonly key: string }, other: { readonly key: string }) => (one.key < other.key ? -1 : 1);
    for (const { referral, roundTables, trajectories, clocks } of await read().storedCases(null, count)) {
      const asked = [
        ...clocksOf(referral, luxonCalendar, defaultSettings),
        ...roundTables.flatMap((table) => clocksOfRoundTable(table, luxonCalendar)),
        ...trajectories.flatMap((one) => clocksOfTrajectory(one, luxonCalendar)),
      ].map(({ key, at }) => ({ key, at }));
      expect(clocks.toSorted(byKey)).toEqual(asked.toSorted(byKey));
    }
  });
});
