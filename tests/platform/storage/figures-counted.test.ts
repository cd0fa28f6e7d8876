import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import { generate } from '../../../scripts/generate/generate.js';
import type { TrailId } from '../../../src/domain/ids.js';
import { FiguresBehind } from '../../../src/domain/figures/index.js';
import { openDatabase, type Database } from '../../../src/platform/storage/connection.js';
import { clearErased } from '../../../src/platform/storage/clear-erased.js';
import { countAnew, countUp } from '../../../src/platform/storage/figures/count-up.js';
import { progressOf } from '../../../src/platform/storage/figures/progress.js';
import { readFigures } from '../../../src/platform/storage/figures/read-figures.js';
import type { Schema } from '../../../src/platform/storage/rows/schema.js';
import { engines, freshDatabase, freshPostgresUrl } from '../../support/database.js';
import { figuresAgree } from '../../support/figures-agree.js';
import { fullCount } from '../../support/full-count/index.js';
import { monday10 } from '../../support/given.js';
import { seeded } from '../../support/standing.js';
import { describeOnPostgres } from '../../support/on-postgres.js';
import { luxonCalendar } from '../../support/working-calendar.js';

const at = (day: string): Date => luxonCalendar.at(day, 0, 0);
/** A trimester that is over, the present one, and from meeting to meeting. */
const spans = [
  { from: at('2026-04-01'), until: at('2026-09-01') },
  { from: at('2026-09-01'), until: at('2027-01-01') },
  { from: at('2026-07-07'), until: at('2026-10-22') },
];
const now = monday10;
const countOnce = (database: Database): Promise<number> => countUp(database, { now, momentMs: 0 });

/**
 * Counts until nothing is left: on a server the end of the timeline is only sure once whatever was under way has ended,
 * in the databases of other tests too. Gives how many trails were counted.
 */
async function count(database: Database): Promise<number> {
  let trails = await countOnce(database);
  while (await isBehind(database)) trails += await countOnce(database);
  return trails;
}

async function isBehind({ kysely }: Database): Promise<boolean> {
  const { last } = await kysely
    .selectFrom('timeline')
    .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow();
  return (await progressOf(kysely)).upto < Number(last);
}

const counts = async ({ kysely }: Pick<Database, 'kysely'>): Promise<readonly unknown[]> =>
  (
    await sql`select l.key, c.day, c.until, c.value, c.count from figure_count c join figure_line l on l.id = c.line_id
      order by 1, 2, 3, 4`.execute(kysely)
  ).rows;

async function allAgree(kysely: Kysely<Schema>): Promise<void> {
  for (const span of spans) await figuresAgree(kysely, span, now);
}

/** Something happens to a referral by the book of the figures, whatever the rules of the case say. */
async function tell(kysely: Kysely<Schema>, id: string, name: string, data: object = {}, when = now): Promise<void> {
  await sql`insert into timeline (id, subject, subject_id, name, version, at, data)
    values (gen_random_uuid(), 'referral', ${id}, ${name}, 2, ${when}, ${JSON.stringify(data)}::jsonb)`.execute(kysely);
}

/** Everything of these trails is over, and each of their posts stands as it must. */
async function endAll(kysely: Kysely<Schema>, trails: readonly string[]): Promise<void> {
  const of = sql`select id from referral where trail_id = any(${trails}::uuid[])`;
  await sql`update message set state = 'sent', sent_revision = wanted_revision where referral_id in (${of})`.execute(
    kysely,
  );
  await sql`update draft set state = 'sent' where trail_id = any(${trails}::uuid[])`.execute(kysely);
  const { rows } = await sql<{ id: string }>`${of}`.execute(kysely);
  await sql`update referral set referred_on = true where id in (${of})`.execute(kysely);
  for (const { id } of rows) await tell(kysely, id, 'withdrawn', { reason: 'elsewhere' });
}

const idsOf = async (kysely: Kysely<Schema>): Promise<string[]> =>
  (await kysely.selectFrom('referral').select('id').orderBy('reference').execute()).map(({ id }) => id);

const happenings = [
  ['answer-undone', { answer: 'no-match' }],
  ['answer-undone', { answer: 'contacted' }],
  ['withdrawn', { reason: 'elsewhere' }],
  ['waitlisted', {}],
  ['returned-to-list', {}],
  ['placed', {}],
  ['full', {}],
  ['referred-on', { to: '2026-9999' }],
  ['delivered', { contactBy: '2026-11-13T09:00:00Z' }],
] as const;

describe.each(engines)('figures that are counted as it happens, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await generate(database, { count: 120, weeks: 40, now, calendar: luxonCalendar });
  });
  afterAll(() => database.close());

  test('are those of the whole history, before and after they are counted', async () => {
    await allAgree(database.kysely);
    expect(await count(database)).toBeGreaterThan(115);
    await allAgree(database.kysely);
    expect(await count(database)).toBe(0);
  });

  test('take off what was taken back or corrected later, and count nothing twice', async () => {
    const random = seeded(3);
    let later = now;
    const ids = await idsOf(database.kysely);
    for (let round = 0; round < 2; round++) {
      for (let many = 0; many < 40; many++) {
        const [name, data] = happenings[random(happenings.length)]!;
        later = new Date(later.getTime() + 3_600_000);
        await tell(database.kysely, ids[random(ids.length)]!, name, data, later);
      }
      const moved = ids[random(ids.length)]!;
      await sql`update referral set region = 'AHV', provider_id = null where id = ${moved}`.execute(database.kysely);
      await tell(database.kysely, moved, 'note-left');
      await allAgree(database.kysely);
      await count(database);
      await allAgree(database.kysely);
    }
  });

  test('are the same when everything is counted anew', async () => {
    const before = await counts(database);
    await countAnew(database);
    await allAgree(database.kysely);
    expect(await count(database)).toBeGreaterThan(115);
    expect(await counts(database)).toEqual(before);
  });

  test('are looked at again when a term ends, though nothing happens', async () => {
    const [id] = await idsOf(database.kysely);
    const term = new Date(now.getTime() + 3_600_000);
    await tell(database.kysely, id!, 'delivered', { contactBy: term.toISOString() });
    await count(database);
    const of = async (moment: Date) => (await figuresAgree(database.kysely, spans[1]!, moment))['contact-term'];
    const early = await of(now);
    await countUp(database, { now: term, momentMs: 0 });
    expect(await of(term)).not.toEqual(early);
  });

  test('stay when an erased trail and everything of it is taken away, also when they are counted anew', async () => {
    const { kysely } = database;
    await count(database);
    const ofAll = async () => Promise.all(spans.map((span) => readFigures(kysely, now).figures(span)));
    const before = await ofAll();
    const { rows } = await sql<{ id: string }>`select id from trail t
      where not exists (select from trajectory j where j.trail_id = t.id and j.state not in ('closed', 'dropped')) limit 12`.execute(
      kysely,
    );
    const erased = rows.map(({ id }) => id as TrailId);
    await endAll(kysely, erased);
    await count(database);
    const over = await ofAll();
    expect(over).not.toEqual(before);
    for (const trailId of erased)
      await kysely.insertInto('erasure').values({ trailId, keySlot: null, at: now, destroyedAt: now }).execute();
    const later = new Date(now.getTime() + 1);
    expect(await clearErased(database, { before: now, now: later })).toBe(0);
    // Of one a term has not ended yet: what it adds may still change.
    const of = (ids: readonly TrailId[]) =>
      kysely.selectFrom('figureTrail').select('trailId').where('trailId', 'in', ids);
    const waiting = (await of(erased).where('againAt', 'is not', null).execute()).map(({ trailId }) => trailId);
    expect(await clearErased(database, { before: later, now: later })).toBe(erased.length - waiting.length);
    const left = await kysely.selectFrom('trail').select('id').where('id', 'in', erased).execute();
    expect(left.map(({ id }) => id)).toEqual(waiting);
    expect(await clearErased(database, { before: later, now: later })).toBe(0);
    expect((await of(erased).execute()).map(({ trailId }) => trailId)).toEqual(waiting);
    expect(await ofAll()).toEqual(over);
    await countAnew(database);
    await count(database);
    expect(await ofAll()).toEqual(over);
  });

  test('are not told while too much is still to be counted', async () => {
    const [id] = await idsOf(database.kysely);
    await sql`insert into timeline (id, subject, subject_id, name, version, at, data)
      select gen_random_uuid(), 'referral', ${id}, 'note-left', 2, ${now}, '{}' from generate_series(1, 20000)`.execute(
      database.kysely,
    );
    await expect(readFigures(database.kysely, now).figures(spans[0]!)).rejects.toThrow(FiguresBehind);
    await count(database);
    expect(await readFigures(database.kysely, now).figures(spans[0]!)).toBeDefined();
  });
});

describeOnPostgres('figures counted by several processes', () => {
  let one: Database;
  let other: Database;
  beforeAll(async () => {
    const databaseUrl = await freshPostgresUrl();
    one = await openDatabase({ databaseUrl, dataDirectory: null });
    other = await openDatabase({ databaseUrl, dataDirectory: null });
    await generate(one, { count: 100, weeks: 40, now, calendar: luxonCalendar });
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  test('at once, everything is counted once, and who reads meanwhile reads what is true', async () => {
    const truth = await fullCount(one.kysely, spans[1]!, now);
    const reading = Promise.all(Array.from({ length: 5 }, () => readFigures(other.kysely, now).figures(spans[1]!)));
    await Promise.all([countOnce(one), countOnce(other), countOnce(one), countOnce(other)]);
    for (const figures of await reading) expect(figures).toEqual(truth);
    await count(one);
    await allAgree(one.kysely);
  });

  test('what was told earlier and stored later is counted too', async () => {
    const [first, second] = await idsOf(one.kysely);
    await count(one);
    let tellLater = (): void => undefined;
    const later = new Promise<void>((resolve) => (tellLater = resolve));
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = other.kysely.transaction().execute(async (trx) => {
      await tell(trx, first!, 'withdrawn', { reason: 'moved' });
      begun();
      await later;
    });
    await hasBegun;
    await tell(one.kysely, second!, 'withdrawn', { reason: 'moved' });
    for (let again = 0; again < 3; again++) await countOnce(one);
    expect(await isBehind(one)).toBe(true);
    await allAgree(one.kysely);
    tellLater();
    await slow;
    await allAgree(one.kysely);
    await count(one);
    await allAgree(one.kysely);
    expect(await count(one)).toBe(0);
  });
});
