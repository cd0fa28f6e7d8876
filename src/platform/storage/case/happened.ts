import { sql, type Kysely, type Transaction } from 'kysely';
import type { Happened, Read } from '../../../contracts/read.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';

/** What others did with the cases on somebody's name, per case, the case of the last event first. */
export const readHappened = (db: Kysely<Schema> | Transaction<Schema>): Pick<Read, 'happenedTo'> => ({
  async happenedTo(person, { since, names, offset, limit }) {
    const { rows } = await sql<{
      referralId: string;
      reference: string;
      state: Happened['state'];
      total: number;
      events: Json[];
    }>`
      select r.id as referral_id, r.reference, r.state, count(*) over ()::integer as total,
        jsonb_agg(jsonb_build_object('name', e.name, 'at', e.at, 'by', p.name) order by e.seq) as events
      from referral r
        join event e on e.referral_id = r.id
        left join person p on p.id = e.person_id
      where (r.referrer_id = ${person} or r.contacted_by = ${person})
        and e.at > ${since} and e.person_id is distinct from ${person} and e.name in (${sql.join(names)})
      group by r.id
      order by max(e.seq) desc
      offset ${offset} limit ${limit}`.execute(db);
    return {
      total: rows[0]?.total ?? 0,
      cases: rows.map(({ referralId, reference, state, events }) => ({
        referralId: referralId as ReferralId,
        reference,
        state,
        events: events.map(({ name, at, by }) => ({ name, at: new Date(at), by })),
      })),
    };
  },
});

interface Json {
  readonly name: string;
  readonly at: string;
  readonly by: string | null;
}
