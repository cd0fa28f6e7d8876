import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { generate } from '../../../scripts/generate/generate.js';
import { terms as byDefault } from '../../../src/domain/terms.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { prune } from '../../../src/platform/storage/prune.js';
import { jsonb } from '../../../src/platform/storage/rows/json.js';
import { settingsFrom } from '../../../src/platform/storage/settings.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { luxonCalendar } from '../../support/working-calendar.js';

const now = monday10;
/** Shorter than they are, so that the world need not be as old. */
const terms = { ...byDefault, replies: 60, audit: 120 };
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

describe.each(engines)('what has served is erased when its term has passed, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await generate(database, { count: 150, weeks: 26, now, calendar: luxonCalendar });
  });
  afterAll(() => database.close());

  const numbers = async (query: ReturnType<typeof sql<{ many: number }>>): Promise<number> =>
    Number((await query.execute(database.kysely)).rows[0]!.many);
  const messages = (which: ReturnType<typeof sql>): Promise<number> =>
    numbers(sql`select count(*) as many from message m left join referral r on r.id = m.referral_id where ${which}`);
  const heard = (key: string, days: number) =>
    sql`insert into processed_activity (activity_id, at, reply) values (${key}, ${ago(days)}, '{}')`.execute(
      database.kysely,
    );
  /** Another message like one that is there, under this key. */
  const said = async (key: string, days: number, state: 'sent' | 'due' = 'sent'): Promise<void> => {
    const like = await database.kysely
      .selectFrom('message')
      .selectAll()
      .where('living', '=', true)
      .executeTakeFirstOrThrow();
    const { seq: _, params, ...row } = like;
    const own = { id: crypto.randomUUID() as string, key, state, sentAt: ago(days), referralId: null };
    await database.kysely
      .insertInto('message')
      .values({ ...row, ...own, params: jsonb(params) })
      .execute();
  };

  const isOver = sql`(r.id is null or r.state in ('withdrawn', 'completed') or r.referred_on)`;
  const isAnswered = sql`m.living and m.under_key is not null and r.closed_at < ${ago(terms.replies)} and ${isOver}
    and m.state = 'sent' and m.sent_at < ${ago(terms.replies)}`;
  const isOldReply = sql`m.state = 'sent' and not m.living and m.sent_at < ${ago(terms.replies)}`;

  test('each kind by its own, and nothing that is still needed', async () => {
    await heard('new', 1);
    await heard('old', 3);
    for (const key of ['said:new', 'said:old'] as const) await said(key, key === 'said:new' ? 89 : 91);
    await said('said:due', 91, 'due');
    await sql`update referral set state = 'placed', closed_at = null, answered_at = now(), answered_by = referrer_id, withdraw_reason = null
      where id = (select m.referral_id from message m join referral r on r.id = m.referral_id
        where ${isOldReply} and r.state = 'completed' limit 1)`.execute(database.kysely);
    const [before, keeps, living] = [
      (await messages(sql`${isOldReply} and ${isOver}`)) + (await messages(isAnswered)),
      await messages(sql`${isOldReply} and not ${isOver}`),
      (await messages(sql`m.living and m.key not like 'said:%'`)) - (await messages(isAnswered)),
    ];
    expect(before).toBeGreaterThan(200);
    expect(keeps).toBeGreaterThan(0);
    const audit = await numbers(sql`select count(*) as many from audit where at < ${ago(terms.audit)}`);
    const kept = await numbers(sql`select count(*) as many from audit where at >= ${ago(terms.audit)}`);
    const timeline = await numbers(sql`select count(*) as many from timeline`);

    expect(await prune(database, { now, terms })).toMatchObject({ heard: 1, said: 1, replies: before, audit });

    expect(await messages(isOldReply)).toBe(keeps);
    expect(await messages(sql`m.living and m.key not like 'said:%'`)).toBe(living);
    expect(await messages(sql`m.key like 'said:%'`)).toBe(2);
    expect(await numbers(sql`select count(*) as many from audit`)).toBe(kept);
    expect(await numbers(sql`select count(*) as many from timeline`)).toBe(timeline);
    expect(await prune(database, { now, terms })).toEqual({
      heard: 0,
      said: 0,
      replies: 0,
      audit: 0,
      drafts: 0,
      erased: 0,
    });
  });

  test('a reply that became its answer goes too, once its referral is long over; a post stays, and so does what may be reopened', async () => {
    const replyOf = async (key: string, closed: number): Promise<void> => {
      await said(key, terms.replies + 1);
      const { rows } = await sql<{ id: string }>`update referral set closed_at = ${ago(closed)} where id = (
        select id from referral where state = 'withdrawn' and closed_at <> ${ago(terms.replies + 1)} limit 1) returning id`.execute(
        database.kysely,
      );
      await sql`update message set referral_id = ${rows[0]!.id}, under_key = 'a post', living = true where key = ${key}`.execute(
        database.kysely,
      );
    };
    await replyOf('became its answer', terms.replies + 1);
    await replyOf('may be reopened', 3);
    const posts = await messages(sql`m.living and m.under_key is null`);
    await prune(database, { now, terms });
    expect(await messages(sql`m.key = 'became its answer'`)).toBe(0);
    expect(await messages(sql`m.key = 'may be reopened'`)).toBe(1);
    expect(await messages(sql`m.living and m.under_key is null`)).toBe(posts);
  });

  test('by the terms that are set, one by one', async () => {
    const { keptDays } = settingsFrom({ keptDays: { audit: 30 } });
    expect(keptDays).toEqual({ ...byDefault, audit: 30 });
    let turns = 0;
    const turn = async (): Promise<void> => void turns++;
    const { audit, replies } = await prune(database, { now, terms: keptDays, turn });
    expect(audit).toBeGreaterThan(200);
    expect(replies).toBe(0);
    expect(turns).toBeGreaterThan(3);
  });
});
