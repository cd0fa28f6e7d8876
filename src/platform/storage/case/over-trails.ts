import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Read } from '../../../contracts/read.js';
import type { ReferralId, TrailId } from '../../../domain/ids.js';
import { trailParts } from '../keys/trail-parts.js';
import type { Schema } from '../rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/**
 * Nothing of trail `t` runs any more, or did after that moment (null: whenever). Without a referral it is not a pupil's: a school's map has a
 * key of its own too, and a question before referring erases itself.
 */
const isOver = (before: Date | null): RawBuilder<boolean> => sql<boolean>`t.key_slot is not null
  and exists (select from referral r where r.trail_id = t.id)
  and ${sql.join(
    trailParts.flatMap(({ table, of, runs }) =>
      runs === null
        ? []
        : [sql`not exists (select from ${sql.table(table)} x where ${of(sql.ref('t.id'))} and ${runs(before)})`],
    ),
    sql` and `,
  )}`;

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
