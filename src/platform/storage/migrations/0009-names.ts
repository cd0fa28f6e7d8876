import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Constraints of a table, also those that an engine names by itself, say the word that its columns say now. */
const renameConstraints = (table: string, was: string, is: string): string => `do $$
  declare one record;
  begin
    for one in select conname from pg_constraint where conrelid = '${table}'::regclass and conname like '%${was}%' loop
      execute format('alter table ${table} rename constraint %I to %I', one.conname, replace(one.conname, '${was}', '${is}'));
    end loop;
  end $$`;

/** A linked conversation is a channel, with all that hangs on it. */
const channels = [
  `alter table place rename to channel`,
  `alter index place_organisation rename to channel_organisation`,
  `alter table membership rename column place_id to channel_id`,
  `alter index membership_place rename to membership_channel`,
  `alter table message rename column place_id to channel_id`,
  `alter table link_code rename column place_id to channel_id`,
  ...['channel', 'membership', 'message'].map((table) => renameConstraints(table, 'place', 'channel')),
];

/** Where a meeting is, is a location. */
const locations = [
  `alter table meeting rename column place to location`,
  renameConstraints('meeting', 'place', 'location'),
  `update message set params = params || '{"what": "relocated"}' where view = 'meeting-update' and params->>'what' = 'placed'`,
];

/** Slugs and keys as they stand in JSON, between quotes; what people typed is never of this shape. */
const renamed: Readonly<Record<string, string>> = {
  '"placeId"': '"channelId"',
  '"link-place"': '"link-channel"',
  '"unlink-place"': '"unlink-channel"',
  '"linked-place"': '"linked-channel"',
  '"place-suspended"': '"channel-suspended"',
  '"place-taken"': '"channel-taken"',
  '"linking.link-place"': '"linking.link-channel"',
  '"linking.unlink-place"': '"linking.unlink-channel"',
};

/** The JSON in this column with today's names. */
const inTodaysNames = (column: string): string =>
  `${Object.entries(renamed).reduce((text, [was, is]) => `replace(${text}, '${was}', '${is}')`, `${column}::text`)}::jsonb`;

const hasOldName = (column: string): string =>
  `${column}::text ~ '${Object.keys(renamed).join('|').replaceAll('.', '[.]')}'`;

/**
 * What is sent anew from its stored view and params has today's names. The audit stays as it was written; verbs on cards
 * that stand in Teams are understood by what actions and views say they were called (`formerly`).
 */
const messages = [
  `update message set view = case view when 'linked-place' then 'linked-channel' else 'channel-suspended' end
    where view in ('linked-place', 'place-suspended')`,
  `update message set params = ${inTodaysNames('params')} where ${hasOldName('params')}`,
  `update message set reason = 'no-channel' where reason = 'no-place'`,
  `update processed_activity set reply = ${inTodaysNames('reply')} where ${hasOldName('reply')}`,
  `update timeline set data = data || '{"reason": "no-channel"}'
    where subject = 'referral' and name = 'not-received' and data->>'reason' = 'no-place'`,
  `update due set subject = subject || '{"reason": "no-channel"}' where subject->>'reason' = 'no-place'`,
];

/** One word for each thing (docs/decisions/0013-one-word.md). */
export const names: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...channels, ...locations, ...messages]) await sql.raw(statement).execute(db);
  },
};
