import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Happened, HappenedTo, Read } from '../../../contracts/read.js';
import type { InquiryId, PersonId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';

interface Row {
  readonly kind: Happened['kind'];
  readonly id: string;
  readonly reference: string | null;
  readonly state: Extract<Happened, { kind: 'referral' }>['state'];
  readonly service: string | null;
  readonly side: 'clb' | 'provider';
  readonly total: number;
  readonly events: readonly {
    readonly of: HappenedTo;
    readonly name: string;
    readonly at: string;
    readonly by: string | null;
  }[];
}

/** What happened to these subjects, with the case it belongs to. */
const toldOf = (of: HappenedTo, from: RawBuilder<unknown>, names: readonly string[]): RawBuilder<unknown> => sql`
  select ${sql.lit(of === 'inquiry' ? 'inquiry' : 'referral')} as kind, s.case_id as id, ${sql.lit(of)} as of, e.seq, e.name, e.at, e.person_id
  from (${from}) s join timeline e on e.subject = ${sql.lit(of)} and e.subject_id = s.id
  where e.name in (${sql.join(names)})`;

/** Everything on somebody's name: referrals, their round tables and trajectories, and questions before there is a referral. */
const happened = (person: PersonId, names: Readonly<Record<HappenedTo, readonly string[]>>): RawBuilder<unknown> =>
  sql.join(
    [
      toldOf('referral', sql`select id, id as case_id from mine`, names.referral),
      toldOf(
        'round-table',
        sql`select rt.id, rt.referral_id as case_id from round_table rt join mine on mine.id = rt.referral_id`,
        names['round-table'],
      ),
      toldOf(
        'trajectory',
        sql`select tj.id, tj.referral_id as case_id from trajectory tj join mine on mine.id = tj.referral_id`,
        names.trajectory,
      ),
      toldOf(
        'inquiry',
        sql`select id, id as case_id from inquiry where not erased and (asker_id = ${person} or answered_by = ${person})`,
        names.inquiry,
      ),
    ],
    sql` union all `,
  );

/** What others did with what is on somebody's name, per case, the case of the last event first. */
export const readHappened = (db: Kysely<Schema> | Transaction<Schema>): Pick<Read, 'happenedTo'> => ({
  async happenedTo(person, { since, names, offset, limit }) {
    const { rows } = await sql<Row>`
      with mine as (select id from referral where referrer_id = ${person} or contacted_by = ${person}),
        told as (select * from (${happened(person, names)}) h where h.at > ${since} and h.person_id is distinct from ${person}),
        cases as (select t.kind, t.id, max(t.seq) as last, count(*) over ()::integer as total,
            jsonb_agg(jsonb_build_object('of', t.of, 'name', t.name, 'at', t.at, 'by', p.name) order by t.seq) as events
          from told t left join person p on p.id = t.person_id
          group by t.kind, t.id)
      select c.*, r.reference, r.state, s.name as service,
        case when q.asker_id = ${person} then 'clb' else 'provider' end as side
      from (select * from cases order by last desc offset ${offset} limit ${limit}) c
        left join referral r on c.kind = 'referral' and r.id = c.id
        left join inquiry q on c.kind = 'inquiry' and q.id = c.id
        left join service s on s.id = q.service_id
      order by c.last desc`.execute(db);
    return { total: rows[0]?.total ?? 0, cases: rows.map(asHappened) };
  },
});

function asHappened({ kind, id, reference, state, service, side, events: told }: Row): Happened {
  const events = told.map(({ at, ...one }) => ({ ...one, at: new Date(at) }));
  return kind === 'inquiry'
    ? { kind, inquiryId: id as InquiryId, service, side, events }
    : { kind, reference: reference ?? '', state, events };
}
