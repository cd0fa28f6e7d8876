import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import { migrations } from '../../../src/platform/storage/migrations/index.js';
import { emptyDatabase, engines } from '../../support/database.js';

const id = (tail: string): string => `00000000-0000-4000-8000-${tail.padStart(12, '0')}`;
const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0009'));
const json = (value: unknown): string => `'${JSON.stringify(value)}'`;

const message = (tail: string, view: string, params: object, reason: string | null = null): string =>
  `insert into message (id, key, view, params, reason, wanted_revision, sent_revision, state, attempted, created_at)
    values ('${id(tail)}', 'message-${tail}', '${view}', ${json(params)}, ${reason === null ? 'null' : `'${reason}'`},
      1, 0, '${reason === null ? 'due' : 'undeliverable'}', false, '2026-11-16T08:00:00Z')`;
const told = (tail: string, subject: string, name: string, data: object): string =>
  `insert into timeline (id, subject, subject_id, name, version, at, data)
    values ('${id(tail)}', '${subject}', '${id('90')}', '${name}', 2, '2026-11-16T08:00:00Z', ${json(data)})`;

/** What a version from before the renaming stored, with the old words in every table that holds them; and look-alikes. */
const earlier = [
  message('1', 'linked-place', { placeId: id('9') }),
  message('2', 'place-suspended', { placeId: id('9') }),
  message('3', 'stored-form', { form: 'unlink-place', with: { placeId: id('9') }, room: 'linking' }),
  message('4', 'meeting-update', { meetingId: id('8'), what: 'placed' }),
  message('5', 'referral-update', { referralId: id('7'), what: 'placed' }),
  message('6', 'referral-offer', { referralId: id('7') }, 'no-place'),
  message('7', 'suggestions', { said: 'waar is place-taken en no-place?' }),
  `insert into processed_activity (activity_id, at, reply) values
    ('19:x 1', '2026-11-16T08:00:00Z', ${json({ show: 'linked-place', with: { placeId: id('9') } })}),
    ('19:x 2', '2026-11-16T08:00:00Z', ${json({ form: 'link-place', with: {}, errors: { code: 'place-taken' } })}),
    ('19:x 3', '2026-11-16T08:00:00Z', null)`,
  told('11', 'referral', 'not-received', { reason: 'no-place', side: 'clock' }),
  told('12', 'referral', 'not-received', { reason: 'gone' }),
  told('13', 'signal', 'closed', { reason: 'no-place' }),
  `insert into due values
    ('referral:x:miss', 'miss-referral', ${json({ referralId: id('7'), reason: 'no-place' })}, '2026-11-16T08:00:00Z'),
    ('referral:x:remind', 'remind-contact', ${json({ referralId: id('7') })}, '2026-11-16T08:00:00Z')`,
];

describe.each(engines)('a database from before 0009, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyDatabase(engine);
    await migrateToLatest(database, before);
    for (const statement of earlier) await sql.raw(statement).execute(database.kysely);
    await migrateToLatest(database);
  });
  afterAll(() => database.close());

  it('sends what waits under the names of today, and leaves what people typed alone', async () => {
    const { kysely } = database;
    const rows = await kysely.selectFrom('message').select(['view', 'params', 'reason']).orderBy('id').execute();
    expect(rows).toEqual([
      { view: 'linked-channel', params: { channelId: id('9') }, reason: null },
      { view: 'channel-suspended', params: { channelId: id('9') }, reason: null },
      {
        view: 'stored-form',
        params: { form: 'unlink-channel', with: { channelId: id('9') }, room: 'linking' },
        reason: null,
      },
      { view: 'meeting-update', params: { meetingId: id('8'), what: 'relocated' }, reason: null },
      { view: 'referral-update', params: { referralId: id('7'), what: 'placed' }, reason: null },
      { view: 'referral-offer', params: { referralId: id('7') }, reason: 'no-channel' },
      { view: 'suggestions', params: { said: 'waar is place-taken en no-place?' }, reason: null },
    ]);
  });

  it('gives an activity that comes again the reply it was given, as that is called now', async () => {
    const { kysely } = database;
    const rows = await kysely.selectFrom('processedActivity').select('reply').orderBy('activityId').execute();
    expect(rows.map(({ reply }) => reply)).toEqual([
      { show: 'linked-channel', with: { channelId: id('9') } },
      { form: 'link-channel', with: {}, errors: { code: 'channel-taken' } },
      null,
    ]);
  });

  it('tells why a referral was not received as the fold reads it, and of nothing else', async () => {
    const { kysely } = database;
    const rows = await kysely.selectFrom('timeline').select('data').orderBy('id').execute();
    expect(rows.map(({ data }) => data)).toEqual([
      { reason: 'no-channel', side: 'clock' },
      { reason: 'gone' },
      { reason: 'no-place' },
    ]);
  });

  it('does what is due with the reason of today', async () => {
    const rows = await database.kysely.selectFrom('due').select('subject').orderBy('key').execute();
    expect(rows.map(({ subject }) => subject)).toEqual([
      { referralId: id('7'), reason: 'no-channel' },
      { referralId: id('7') },
    ]);
  });
});
