import { sql, type Kysely, type Transaction } from 'kysely';
import type { Read } from '../../../contracts/read.js';
import type { QuestionSide } from '../../../domain/case/question.js';
import { openStates } from '../../../domain/case/states.js';
import type { Person } from '../../../domain/organisation.js';
import type { Schema } from '../rows/schema.js';

/** Where a side stands in a referral: the organisation, and who has it on his or her name. */
const columns = {
  clb: { organisation: 'clbId', person: 'referrerId' },
  provider: { organisation: 'providerId', person: 'contactedBy' },
} as const satisfies Readonly<Record<QuestionSide, { readonly organisation: string; readonly person: string }>>;

/** What workers have on their name. */
export const readOnName = (
  db: Kysely<Schema> | Transaction<Schema>,
): Pick<Read, 'workersWithCases' | 'casesOnName'> => ({
  async workersWithCases(of, side) {
    const { organisation, person } = columns[side];
    const rows = await db
      .selectFrom('referral as r')
      .innerJoin('person as p', 'p.id', `r.${person}`)
      .selectAll('p')
      .select(sql<number>`count(*)::integer`.as('count'))
      .where(`r.${organisation}`, '=', of)
      .where('r.state', 'in', [...openStates])
      .groupBy('p.id')
      .orderBy('count', 'desc')
      .orderBy('p.name')
      .execute();
    return rows.map(({ count, ...known }) => ({ person: known as Person, count }));
  },
  async casesOnName(of, side, personId, after, limit) {
    const { organisation, person } = columns[side];
    const rows = await db
      .selectFrom('referral')
      .select('id')
      .where(organisation, '=', of)
      .where(person, '=', personId)
      .where('state', 'in', [...openStates])
      .where((eb) => (after === null ? eb.lit(true) : eb('id', '>', after)))
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  },
});
