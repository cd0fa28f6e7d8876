import { sql, type Kysely, type Transaction } from 'kysely';
import type { GoneWorker, Read } from '../../../contracts/read.js';
import { questionSides, type QuestionSide } from '../../../domain/case/question.js';
import { openStates } from '../../../domain/case/states.js';
import type { Organisation, Person } from '../../../domain/organisation.js';
import { fromJson, type Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';

/** Where a side stands in a referral: the organisation, and who has it on his or her name. */
const columns = {
  clb: { organisation: 'clbId', person: 'referrerId' },
  provider: { organisation: 'providerId', person: 'contactedBy' },
} as const satisfies Readonly<Record<QuestionSide, { readonly organisation: string; readonly person: string }>>;

/**
 * Who has open cases on his or her name and stands in no roster of the organisation any more. Where no roster is known
 * nobody is gone.
 */
async function goneOn(db: Kysely<Schema> | Transaction<Schema>, side: QuestionSide): Promise<GoneWorker[]> {
  const { organisation, person } = columns[side];
  const rows = await db
    .selectFrom('referral as r')
    .innerJoin('person as p', 'p.id', `r.${person}`)
    .innerJoin('organisation as o', 'o.id', `r.${organisation}`)
    .select([sql<Json>`to_jsonb(o)`.as('of'), sql<Json>`to_jsonb(p)`.as('who')])
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('r.state', 'in', [...openStates])
    .where(
      sql<boolean>`exists (select from membership m join channel c on c.id = m.channel_id
      where c.organisation_id = o.id and c.state = 'linked')`,
    )
    .where(
      sql<boolean>`not exists (select from membership m join channel c on c.id = m.channel_id
      where c.organisation_id = o.id and c.state = 'linked' and m.person_id = p.id)`,
    )
    .groupBy(['o.id', 'p.id'])
    .orderBy('o.name')
    .orderBy('p.name')
    .execute();
  return rows.map(({ of, who, count }) => ({
    organisation: fromJson<Organisation>(of),
    side,
    person: fromJson<Person>(who),
    count,
  }));
}

/** What workers have on their name. */
export const readOnName = (
  db: Kysely<Schema> | Transaction<Schema>,
): Pick<Read, 'workersWithCases' | 'casesOnName' | 'goneWorkers'> => ({
  goneWorkers: async () => (await Promise.all(questionSides.map((side) => goneOn(db, side)))).flat(),
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
