import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table link_code add column tenant_id text, add column any_tenant boolean not null default false,
    add column used_by uuid, add column place_id uuid`,
  `update link_code set place_id = place.id, used_by = place.linked_by from place
    where place.organisation_id = link_code.organisation_id and place.linked_at = link_code.used_at`,
  `alter table link_attempt add column why text not null default 'unknown'`,
  `create index link_attempt_at on link_attempt (at)`,
  `create table welcomed (conversation_id text primary key, at timestamptz not null)`,
  `insert into welcomed
    select conversation_id, max(at) from (
      select conversation_id, created_at as at from message where view = 'welcome' and conversation_id is not null
      union all select coalesce(team_id, conversation_id), linked_at from place where state = 'linked') as known
    group by conversation_id`,
];

/**
 * What a linking code is good for and what became of it, why a code was refused, and where the bot has introduced itself:
 * in a team that is the team, whose id its general channel has.
 */
export const linkingCodes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
