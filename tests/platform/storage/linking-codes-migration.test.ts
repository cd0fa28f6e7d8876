import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import { migrations } from '../../../src/platform/storage/migrations/index.js';
import { emptyDatabase, engines } from '../../support/database.js';

const id = (tail: string): string => `00000000-0000-4000-8000-${tail.padStart(12, '0')}`;
const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005'));

/** What an earlier version of the program stored: a used and an unused code, a linked channel, a chat that was welcomed. */
const earlier = [
  `insert into organisation values ('${id('1')}', 'desk', 'Meldpunt', 'nl', null, 'provider', null, null, null, 1)`,
  `insert into person values ('${id('2')}', 't', 'aad', '29:dirk', 'Dirk Jacobs', 'nl', null, null)`,
  `insert into place values ('${id('3')}', '${id('1')}', 't', '19:channel', 'https://s', 'channel', '19:team', null, 'linked',
    '${id('2')}', '2026-11-16T09:00:00Z', null, 1)`,
  `insert into link_code values ('${id('4')}', '${id('1')}', 'used', null, '9999-12-31', '2026-11-16T09:00:00Z', 2),
    ('${id('5')}', '${id('1')}', 'unused', null, '9999-12-31', null, 1)`,
  `insert into link_attempt values ('${id('6')}', '${id('2')}', '2026-11-16T08:00:00Z')`,
  `insert into message (id, key, view, params, conversation_id, wanted_revision, sent_revision, state, attempted, created_at)
    values ('${id('7')}', 'welcome:a:dirk:2026-11-16', 'welcome', '{}', 'a:dirk', 1, 1, 'sent', false, '2026-11-16T08:00:00Z')`,
];

describe.each(engines)('a database from before 0005, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyDatabase(engine);
    await migrateToLatest(database, before);
    for (const statement of earlier) await sql.raw(statement).execute(database.kysely);
    await migrateToLatest(database);
  });
  afterAll(() => database.close());

  it('keeps its codes, and knows who used the used one where', async () => {
    const codes = await database.kysely.selectFrom('linkCode').selectAll().orderBy('digest').execute();
    expect(codes).toMatchObject([
      { digest: 'unused', usedAt: null, usedBy: null, channelId: null, tenantId: null, anyTenant: false },
      { digest: 'used', usedBy: id('2'), channelId: id('3') },
    ]);
  });

  it('keeps the codes that were refused', async () => {
    expect(await database.kysely.selectFrom('linkAttempt').select('why').execute()).toEqual([{ why: 'unknown' }]);
  });

  it('knows where the bot introduced itself: in chats, and in the teams of linked channels', async () => {
    const rows = await database.kysely
      .selectFrom('welcomed')
      .select('conversationId')
      .orderBy('conversationId')
      .execute();
    expect(rows.map(({ conversationId }) => conversationId).sort()).toEqual(['19:team', 'a:dirk']);
  });
});
