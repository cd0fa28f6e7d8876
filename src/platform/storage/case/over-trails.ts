import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Read } from '../../../contracts/read.js';
import type { ReferralId, TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/**
 * Nothing of trail `t` runs any more, or did after that moment (null: whenever). Without a referral it is not a pupil's: a school's map has a
 * key of its own too, and a question before referring erases itself.
 */
const isOver = (before: Date | null): RawBuilder<boolean> => sql<boolean>`t.key_slot is not null
  and exists (select from referral r where r.trail_id = t.id)
  and not exists (select from referral r where r.trail_id = t.id
    and (r.state not in ('withdrawn', 'completed') and not r.referred_on or r.since >= coalesce(${before}::timestamptz, 'infinity')))
  and not exists (select from draft d where d.trail_id = t.id and d.state = 'open')
  and not exists (select from trajectory j where j.trail_id = t.id
    and (j.state not in ('closed', 'dropped') or j.since >= coalesce(${before}::timestamptz, 'infinity')))
  and not exists (select from inquiry q where q.trail_id = t.id and q.next_by is not null)`;

/** Trails that are over: what they hold of a pupil can go. */
export const readOverTrails = (db: Db) =>
  ({
    async trailsOver(before, most) {
      const { rows } = await sql<{ id: TrailId }>`select t.id from trail t
        where t.created_at < ${before} and ${isOver(before)} order by t.created_at limit ${most}`.execute(db);
      return rows.map(({ id }) => id);
    },
    async overTrail(trail, before) {
      const { rows } = await sql<{ ids: ReferralId[] }>`select
        array(select id from referral where trail_id = t.id order by registered_at) as ids
        from trail t where t.id = ${trail} and ${isOver(before)}`.execute(db);
      return rows[0]?.ids ?? null;
    },
  }) satisfies Partial<Read>;
