import { sql, type Kysely, type Transaction } from 'kysely';
import type { GoneWorker, Read } from '../../../contracts/read.js';
import { questionSides, type QuestionSide } from '../../../domain/case/question.js';
import { openStates } from '../../../domain/case/states.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { liveInquiryStates } from '../../../domain/inquiry/inquiry.js';
import type { Organisation, Person } from '../../../domain/organisation.js';
import { fromJson, type Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';

/** Where a side stands in a referral: the organisation, and who has it on his or her name. */
const columns = {
  clb: { organisation: 'clbId', person: 'referrerId' },
  provider: { organisation: 'providerId', person: 'contactedBy' },
} as const satisfies Readonly<Record<QuestionSide, { readonly organisation: string; readonly person: string }>>;

const live = sql.join(liveInquiryStates.map((state) => sql.lit(state)));

/** Everything open that stands on a name of this side; a question before referring is of who asked it. */
function onName(side: QuestionSide) {
  const { organisation, person } = columns[side];
  const questions = sql`union all select clb_id, asker_id, true from inquiry where state in (${live})`;
  return sql<{ organisationId: OrganisationId; personId: PersonId; asks: boolean }>`(
    select ${sql.ref(organisation)} as organisation_id, ${sql.ref(person)} as person_id, false as asks from referral
    where state in (${sql.join(openStates.map((state) => sql.lit(state)))})
    ${side === 'clb' ? questions : sql``})`.as('own');
}

const counted = [
  sql<number>`count(*) filter (where not own.asks)::integer`.as('count'),
  sql<number>`count(*) filter (where own.asks)::integer`.as('questions'),
];

/**
 * Who has open cases on his or her name and stands in no roster of the organisation any more. Where no roster is known
 * nobody is gone.
 */
async function goneOn(db: Kysely<Schema> | Transaction<Schema>, side: QuestionSide): Promise<GoneWorker[]> {
  const rows = await db
    .selectFrom(onName(side))
    .innerJoin('person as p', 'p.id', 'own.personId')
    .innerJoin('organisation as o', 'o.id', 'own.organisationId')
    .select([sql<Json>`to_jsonb(o)`.as('of'), sql<Json>`to_jsonb(p)`.as('who'), ...counted])
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
  return rows.map(({ of, who, ...counts }) => ({
    organisation: fromJson<Organisation>(of),
    side,
    person: fromJson<Person>(who),
    ...counts,
  }));
}

/** What workers have on their name. */
export const readOnName = (
  db: Kysely<Schema> | Transaction<Schema>,
): Pick<Read, 'workersWithCases' | 'casesOnName' | 'goneWorkers'> => ({
  goneWorkers: async () => (await Promise.all(questionSides.map((side) => goneOn(db, side)))).flat(),
  async workersWithCases(of, side) {
    const rows = await db
      .selectFrom(onName(side))
      .innerJoin('person as p', 'p.id', 'own.personId')
      .selectAll('p')
      .select(counted)
      .where('own.organisationId', '=', of)
      .groupBy('p.id')
      .orderBy('count', 'desc')
      .orderBy('p.name')
      .execute();
    return rows.map(({ count, questions, ...known }) => ({ person: known as Person, count, questions }));
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
