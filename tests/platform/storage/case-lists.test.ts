import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { WorklistFilter } from '../../../src/contracts/case-lists.js';
import type { Read } from '../../../src/contracts/read.js';
import type { OrganisationId, PersonId, ServiceId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10, organisation, person, service } from '../../support/given.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const clb = organisation({ id: realId<OrganisationId>(), version: 0 });
const provider = organisation({ id: realId<OrganisationId>(), kind: 'provider', name: 'NAFT', version: 0 });
const naft = service({ id: realId<ServiceId>(), organisationId: provider.id, version: 0 });
const an = person({ id: realId<PersonId>() });

interface Some {
  readonly first: number;
  readonly count: number;
  readonly state: string;
  /** More columns with their SQL. */
  readonly more?: Readonly<Record<string, string>>;
}

/** So many referrals of one kind, in one statement each; each has a trail and an intake of its own. */
async function put({ kysely }: Database, { first, count, state, more = {} }: Some): Promise<void> {
  const columns = Object.keys(more).map((name) => `, ${name}`);
  const values = Object.values(more).map((value) => `, ${value}`);
  const uuid = (kind: string) => `(lpad(to_hex(n), 8, '0') || '-0000-4000-8000-${kind.padStart(12, '0')}')::uuid`;
  const numbers = `from generate_series(${first}, ${first + count - 1}) n`;
  const registered = `timestamptz '2026-01-01' + n * interval '1 minute'`;
  for (const statement of [
    `insert into trail (id, first_registered_at, created_at, version) select ${uuid('a')}, ${registered}, ${registered}, 1 ${numbers}`,
    `insert into draft (id, trail_id, person_id, clb_id, step, tried, sealed, state, created_at, updated_at, version)
      select ${uuid('b')}, ${uuid('a')}, '${an.id}', '${clb.id}', 'review-referral', '{}', '', 'sent', ${registered}, ${registered}, 1 ${numbers}`,
    `insert into referral (id, reference, trail_id, draft_id, clb_id, referrer_id, provider_id, service_id, state, target, age_band,
        region, region_because, source, enrolment, problem_domains, efforts, wanted_forms, urgency, first_registered_at,
        registered_at, since, version${columns.join('')})
      select ${uuid('c')}, '2026-' || lpad(n::text, 5, '0'), ${uuid('a')}, ${uuid('b')}, '${clb.id}', '${an.id}', '${provider.id}',
        '${naft.id}', '${state}', 'pupil', '14-15', 'VBO', '{}', 'clb', 'enrolled', '{}', '{}', '{}', 'normal', ${registered},
        ${registered}, ${registered}, 1${values.join('')} ${numbers}`,
  ])
    await sql.raw(statement).execute(kysely);
}

const received = (contactBy: string) => ({ delivered_at: `timestamptz '2026-11-01'`, contact_by: contactBy });
const inTime = received(`timestamptz '2026-12-01'`);
const late = received(`timestamptz '2026-11-02' + n * interval '1 minute'`);

describe.each(engines)('lists of referrals, on %s', (engine) => {
  let database: Database;
  let read: Read;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    const rows = [
      { put: 'organisation', row: clb },
      { put: 'organisation', row: provider },
      { put: 'service', row: naft },
      { put: 'person', row: an },
    ] as const;
    const by = { personId: an.id, organisationId: clb.id, now: monday10 };
    await database.kysely.transaction().execute((trx) => save(trx, sealer, rows, by));
    await put(database, { first: 1, count: 20, state: 'delivered', more: late });
    await put(database, { first: 100, count: 1080, state: 'delivered', more: inTime });
    await put(database, { first: 2000, count: 3, state: 'held' });
    await put(database, { first: 2010, count: 2, state: 'to-phone' });
    await put(database, { first: 2020, count: 4, state: 'full', more: { nudges: '2' } });
    await put(database, { first: 2025, count: 4, state: 'full' });
    await put(database, { first: 2030, count: 5, state: 'full', more: { referred_on: 'true' } });
    await put(database, { first: 2040, count: 250, state: 'waitlisted', more: inTime });
    await sql`analyze referral`.execute(database.kysely);
    read = createRead(database.kysely, sealer, monday10);
  });
  afterAll(() => database.close());

  const listed = (of: WorklistFilter['of'], over: Partial<WorklistFilter> = {}) =>
    read.worklist({
      of,
      organisationIds: of === 'provider' ? [provider.id] : [clb.id],
      personId: null,
      drafts: [],
      now: monday10,
      offset: 0,
      limit: 10,
      ...over,
    });
  const references = (list: Awaited<ReturnType<typeof listed>>): (string | null)[] =>
    list.rows.map((row) => (row.kind === 'referral' ? row.referral.reference : row.reference));

  it('with 1,100 delivered of which 20 are overdue, the desk sees the 20 and what was left, oldest first', async () => {
    const first = await listed('desk');
    expect(first.counts).toEqual({ choose: 0, draft: 0, late: 24, look: 5, open: 0, waits: 0 });
    expect(references(first).slice(0, 5)).toEqual([
      ...['2026-02020', '2026-02021', '2026-02022', '2026-02023'],
      '2026-00001',
    ]);
    expect(first.rows).toHaveLength(10);
    expect(references(await listed('desk', { offset: 20 }))).toEqual([
      ...['2026-00017', '2026-00018', '2026-00019', '2026-00020'],
      '2026-02000',
      '2026-02001',
      '2026-02002',
      '2026-02010',
      '2026-02011',
    ]);
  });

  it('the CLB sees late ones as late, what asks a choice first, and nothing that was referred on', async () => {
    const list = await listed('clb');
    expect(list.counts).toEqual({ choose: 4, draft: 0, late: 24, look: 0, open: 250, waits: 1080 + 5 });
    expect(list.rows.map(({ rank }) => rank)).toEqual([...Array(4).fill('choose'), ...Array(6).fill('late')]);
    expect(list.rows[0]).toMatchObject({ kind: 'referral', service: naft.name });
  });

  it('the provider sees what it has received, late first', async () => {
    const list = await listed('provider');
    expect(list.counts).toEqual({ choose: 0, draft: 0, late: 20, look: 1080, open: 250, waits: 0 });
    expect(references(list)[0]).toBe('2026-00001');
  });

  it('pages do not overlap and end where the list ends', async () => {
    const all: (string | null)[] = [];
    for (let offset = 0; offset < 40; offset += 10) all.push(...references(await listed('desk', { offset })));
    expect(new Set(all).size).toBe(29);
    expect(all).toHaveLength(29);
  });

  it('the whole waiting list is counted, whichever part is shown', async () => {
    const page = await read.waitingPage(naft.id, { offset: 240, limit: 10 });
    expect(page).toMatchObject({ count: 250, callable: 250, pupilsOnly: true, undoable: [] });
    expect(page.first!.reference).toBe('2026-02040');
    expect(page.rows.map(({ reference }) => reference).at(-1)).toBe('2026-02289');
    expect((await read.waitingBehindFirst(naft.id, 2)).map(({ reference }) => reference)).toEqual([
      '2026-02041',
      '2026-02042',
    ]);
    expect(await read.waitingCounts([naft.id])).toEqual([
      { serviceId: naft.id, count: 250, oldest: page.first!.firstRegisteredAt },
    ]);
  });

  it('given a pupil who was referred on, then the trail’s first registration gives its place (R11)', async () => {
    const last = sql`update referral set first_registered_at = '2025-12-01' where reference = '2026-02289'`;
    await last.execute(database.kysely);
    const page = await read.waitingPage(naft.id, { offset: 0, limit: 2 });
    expect(page.first!.reference).toBe('2026-02289');
    expect(page.rows.map(({ reference }) => reference)).toEqual(['2026-02289', '2026-02040']);
  });

  it('of two that were first registered at one moment this registration decides, not the number; a card says the same place', async () => {
    const same = sql`update referral set first_registered_at = '2025-12-01', registered_at = case reference
      when '2026-02288' then timestamptz '2026-03-01' else registered_at end where reference in ('2026-02288', '2026-02289')`;
    await same.execute(database.kysely);
    const { rows } = await read.waitingPage(naft.id, { offset: 0, limit: 2 });
    expect(rows.map(({ reference }) => reference)).toEqual(['2026-02289', '2026-02288']);
    const places = await Promise.all(rows.map(async ({ id }) => (await read.caseOf(id))?.position));
    expect(places).toEqual([1, 2]);
  });

  it('everybody whose card tells of the service comes by, so many at a time', async () => {
    const all: string[] = [];
    for (let after = null as (typeof all)[number] | null; ; after = all.at(-1)!) {
      const some = await read.shownWithService(naft.id, after as never, 100);
      all.push(...some);
      if (some.length < 100) break;
    }
    expect(new Set(all).size).toBe(263);
  });

  it('every message that could not be delivered is counted and can be tried again; an offer to phone is on the worklist', async () => {
    await sql
      .raw(
        `insert into message (id, key, view, params, organisation_id, wanted_revision, sent_revision, state, reason, attempted, created_at, failed_at)
        select gen_random_uuid(), 'm' || n, case when n <= 30 then 'referral-offer' else 'offer-update' end, '{}', '${provider.id}', 1, 0, 'undeliverable', 'no-channel', false, now(), now()
        from generate_series(1, 130) n`,
      )
      .execute(database.kysely);
    expect(await read.countUndelivered()).toBe(100);
    expect(await read.undelivered({ organisationId: provider.id, reason: 'no-channel' })).toHaveLength(130);
    expect(await read.undelivered({ organisationId: clb.id, reason: 'no-channel' })).toHaveLength(0);
  });

  it('what the desk looks for is found by an index', async () => {
    const plan = async (where: string): Promise<string> =>
      JSON.stringify((await sql.raw(`explain select id from referral r where ${where}`).execute(database.kysely)).rows);
    expect(await plan(`r.state = 'delivered' and r.contact_by < timestamptz '2026-11-16'`)).toContain(
      'referral_contact',
    );
    expect(await plan(`r.nudges >= 2 and r.state <> 'withdrawn'`)).toContain('referral_left');
  });
});
