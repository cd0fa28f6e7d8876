import { sql, type Kysely, type Transaction } from 'kysely';
import type { Numbers } from '../../contracts/context.js';
import type { Schema } from './rows/schema.js';

/** Gives out references, each once; one is taken for good when its transaction commits. */
export const numbersOf = (db: Kysely<Schema> | Transaction<Schema>): Numbers => ({
  async nextReference(year) {
    const row = await db
      .insertInto('referenceCounter')
      .values({ year, last: 1 })
      .onConflict((oc) => oc.column('year').doUpdateSet({ last: sql`reference_counter.last + 1` }))
      .returning('last')
      .executeTakeFirstOrThrow();
    return `${year}-${String(row.last).padStart(4, '0')}`;
  },
});
