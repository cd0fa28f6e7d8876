import { sql, type Kysely, type Transaction } from 'kysely';
import { jobNames } from '../../contracts/jobs.js';
import type { Read } from '../../contracts/read.js';
import type { PersonId } from '../../domain/ids.js';
import { postKey, type ViewSlug } from '../../domain/reference-to.js';
import type { Schema } from './rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/**
 * What could not be delivered, with the organisation it was for: named by the message, or by its channel. What was for a
 * channel itself is moot once somebody has unlinked that: nobody waits for it.
 */
const undeliverable = (db: Db) =>
  db
    .selectFrom('message')
    .leftJoin('channel', 'channel.id', 'message.channelId')
    .select(['message.id', 'message.view', 'message.failedAt', 'message.reason'])
    .select((eb) => eb.fn.coalesce('message.organisationId', 'channel.organisationId').as('organisationId'))
    .where('message.state', '=', 'undeliverable')
    .where(sql<boolean>`(message.organisation_id is not null or channel.state is distinct from 'unlinked')`);

const asUndelivered = <T extends { failedAt: Date | null; reason: string | null }>(row: T) => ({
  ...row,
  failedAt: row.failedAt ?? new Date(0),
  reason: row.reason ?? 'unknown',
});

/** What is known of messages: whether they exist, and which could not be delivered. */
export function readMessages(db: Db) {
  return {
    ...readKept(db),
    hasMessage: async (key) =>
      (await db.selectFrom('message').select('id').where('key', '=', key).executeTakeFirst()) !== undefined,
    undelivered: async (of) =>
      (
        await undeliverable(db)
          .where((eb) =>
            of === undefined
              ? eb.lit(true)
              : sql<boolean>`coalesce(message.organisation_id, channel.organisation_id) is not distinct from ${of.organisationId}::uuid
                and coalesce(message.reason, 'unknown') = ${of.reason}`,
          )
          .orderBy('failedAt')
          .orderBy('message.seq')
          .execute()
      ).map(asUndelivered),
    countUndelivered: async () =>
      Number(
        (
          await undeliverable(db)
            .clearSelect()
            .where(
              sql<boolean>`not (message.view = 'referral-offer' and message.reason is not distinct from 'no-channel')`,
            )
            .select((eb) => eb.fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      ),
    undeliveredMessage: async (id) => {
      const row = await undeliverable(db).where('message.id', '=', id).executeTakeFirst();
      return row === undefined ? null : asUndelivered(row);
    },
  } satisfies Partial<Read>;
}

/** What is stored of messages by their keys, and what is kept for somebody. */
const readKept = (db: Db) =>
  ({
    storedPosts: async (keys) =>
      keys.length === 0
        ? []
        : (
            await db
              .selectFrom('message')
              .select(['key', 'state', 'sentAt', 'createdAt'])
              .where('key', 'in', [...keys])
              .execute()
          ).map(({ key, state, sentAt, createdAt }) => ({ key: postKey(key), state, touchedAt: sentAt ?? createdAt })),
    keptFor: async (person) =>
      (
        await db
          .selectFrom('message')
          .select('id')
          .where('personId', '=', person)
          .where('state', '=', 'held')
          .where('gatheredIn', 'is', null)
          .orderBy('seq')
          .execute()
      ).map(({ id }) => id),
    keptWithoutMoment: async () => {
      const { rows } = await sql<{ personId: PersonId }>`
        select distinct m.person_id from message m where m.state = 'held' and m.gathered_in is null and m.person_id is not null
          and not exists (select 1 from due d where d.job = ${jobNames.sendDigest} and d.subject->>'personId' = m.person_id::text)
          and not exists (select 1 from due d where d.job = ${jobNames.releaseHeld} and d.subject->>'messageId' = m.id::text)
        order by m.person_id`.execute(db);
      return rows.map(({ personId }) => personId);
    },
    gatheredIn: async (key) =>
      (
        await db
          .selectFrom('message')
          .select(['view', 'params', 'createdAt'])
          .where('gatheredIn', '=', key)
          .orderBy('seq')
          .execute()
      ).map(({ view, params, createdAt }) => ({
        view: view as ViewSlug,
        params: params as Readonly<Record<string, unknown>>,
        at: createdAt,
      })),
  }) satisfies Partial<Read>;
