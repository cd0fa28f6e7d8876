import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import type { Identity } from '../../../src/domain/draft.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, TrailId } from '../../../src/domain/ids.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { ReferralState } from '../../../src/domain/case/states.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { markKnownPupils } from '../../../src/platform/storage/mark-known-pupils.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines, freshDatabase } from '../../support/database.js';
import { storeReferral } from '../../support/store-referral.js';
import { monday10, organisation, person, referral } from '../../support/given.js';
import { testSealer } from '../../support/test-sealer.js';

const keys = { data: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) };
const sealer = testSealer(keys);
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const leuven = organisation({ id: realId<OrganisationId>(), version: 0 });
const halle = organisation({ id: realId<OrganisationId>(), version: 0 });
const an = person({ id: realId<PersonId>() });
const by = { personId: an.id, organisationId: leuven.id, now: monday10 };
const birthDate = '2012-03-09';

interface Pupil {
  readonly name: string;
  readonly birthDate?: string;
  readonly clb?: OrganisationId;
  readonly state?: ReferralState;
}

describe.each(engines)('the same pupil under another spelling, on %s', (engine) => {
  let database: Database;
  let numbers = 0;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await stores({ put: 'organisation', row: leuven }, { put: 'organisation', row: halle }, { put: 'person', row: an });
  });
  afterAll(() => database.close());

  const stores = (...changes: Change[]) =>
    database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));

  const caseFile = (
    row: { id: ReferralId; trailId: TrailId },
    clbId: OrganisationId,
    identity: Identity | null,
  ): Change => ({
    put: 'caseFile',
    row: {
      referralId: row.id,
      trailId: row.trailId,
      typed: identity === null ? { groupName: '3B' } : { pupilName: identity.name, birthDate: identity.birthDate },
    },
    clbId,
    identity,
  });

  /** A referral of a pupil on a trail of its own; gives its id. */
  async function refers({ name, birthDate: born = birthDate, clb = leuven.id, state = 'delivered' }: Pupil) {
    const trailId = realId<TrailId>();
    const made = referral({
      id: realId<ReferralId>(),
      draftId: realId<DraftId>(),
      reference: `2026-${String(++numbers).padStart(4, '0')}`,
      clbId: clb,
      referrerId: an.id,
      trailId,
      providerId: null,
      serviceId: null,
      state,
      version: 0,
    });
    const byAn = (id: PersonId | null) => (id === null ? null : an.id);
    const row = { ...made, contactedBy: byAn(made.contactedBy), answeredBy: byAn(made.answeredBy) } as Referral;
    const trail = { id: trailId, firstRegisteredAt: monday10, createdAt: monday10, version: 0 };
    const changes: Change[] = [{ put: 'trail', row: trail }, caseFile(row, clb, { name, birthDate: born })];
    await database.kysely.transaction().execute(async (trx) => {
      await save(trx, sealer, changes, by);
      await storeReferral(trx, row);
    });
    return row;
  }

  const looksFor = async (name: string, clb = leuven.id, born = birthDate) => {
    const found = await createRead(database.kysely, sealer, monday10).liveReferralsLike(clb, { name, birthDate: born });
    return found.map(({ referral: { id }, likeness }) => [id, likeness]);
  };
  const marksOf = (id: ReferralId) =>
    database.kysely.selectFrom('pupilMark').selectAll().where('referralId', '=', id).execute();

  it('finds the same, then who looks like it, the furthest first; no twin, no other CLB’s, none that ended', async () => {
    const same = await refers({ name: 'Mohamed Amrani' });
    const further = await refers({ name: 'AMRANI, Mohamed', state: 'waitlisted' });
    const likely = await refers({ name: 'Mohammed El Amrani', state: 'placed' });
    await refers({ name: 'Ilyas Amrani' });
    await refers({ name: 'Mohamed Amrani', birthDate: '2012-03-10' });
    await refers({ name: 'Mohamed Amrani', clb: halle.id });
    await refers({ name: 'Mohamed Amrani', state: 'withdrawn' });
    await refers({ name: 'Mohamed Amrani', state: 'no-match' });
    expect(await looksFor('Mohamed Amrani')).toEqual([
      [further.id, 'same'],
      [same.id, 'same'],
      [likely.id, 'likely'],
    ]);
    expect(await looksFor('Mohamed Amrani', halle.id)).toHaveLength(1);
    expect(await looksFor('Nora Amrani')).toEqual([]);
  });

  it.each([
    ['Elif Yıldız', 'Elif Yildiz'],
    ['Tom Van den Berghe', 'Vandenberghe Tom'],
    ['Jan Karel Claes', 'Jan Claes'],
  ])('asks about %s and %s', async (one, other) => {
    const row = await refers({ name: one });
    expect(await looksFor(other)).toEqual([[row.id, 'likely']]);
  });

  it('keeps digests only: nothing of a name, and another CLB’s are others', async () => {
    const [here, there] = [
      await refers({ name: 'Wilma Zeldzaam' }),
      await refers({ name: 'Wilma Zeldzaam', clb: halle.id }),
    ];
    const [ours, theirs] = [await marksOf(here.id), await marksOf(there.id)];
    for (const { digest } of [...ours, ...theirs]) expect(digest).toMatch(/^[\w-]{43}$/);
    expect(ours.filter(({ digest }) => theirs.some((other) => other.digest === digest))).toEqual([]);
    const otherKey = testSealer({ ...keys, index: new Uint8Array(32).fill(3) });
    expect(otherKey.marks(leuven.id, { name: 'Wilma Zeldzaam', birthDate }).ring).not.toBe(
      ours.find(({ word }) => word === 0)!.digest,
    );
  });

  it('a case file that is stored anew is known by its new name only, a group by none, an erased one not at all', async () => {
    const row = await refers({ name: 'Anke Vroeger' });
    await stores(caseFile(row, leuven.id, { name: 'Anke Nu', birthDate }));
    expect(await looksFor('Anke Vroeger')).toEqual([]);
    expect(await looksFor('Nu Anke')).toEqual([[row.id, 'same']]);
    await stores(caseFile(row, leuven.id, null));
    expect(await marksOf(row.id)).toEqual([]);
    await stores(caseFile(row, leuven.id, { name: 'Anke Nu', birthDate }), { erase: 'trail', id: row.trailId });
    expect(await marksOf(row.id)).toEqual([]);
    expect(await looksFor('Anke Nu')).toEqual([]);
  });

  it('marks what was stored before there were marks, once, and passes over what cannot be read', async () => {
    const known = await refers({ name: 'Els Vandewalle' });
    const typedShort = await refers({ name: 'Bo Dewit' });
    const broken = await refers({ name: 'Cas Kapot' });
    await database.kysely.deleteFrom('pupilMark').execute();
    await database.kysely
      .updateTable('caseFile')
      .set({ sealed: 'kapot' })
      .where('referralId', '=', broken.id)
      .execute();
    expect(await looksFor('Els Van de Walle')).toEqual([]);
    const rows = await database.kysely.selectFrom('blindIndex').select('referralId').execute();
    const ran = await Promise.all([markKnownPupils(database, sealer), markKnownPupils(database, sealer)]);
    expect(Math.max(...ran)).toBeGreaterThan(0);
    expect(await markKnownPupils(database, sealer)).toBe(0);
    const marked = await database.kysely.selectFrom('pupilMark').select('referralId').distinct().execute();
    expect(marked).toHaveLength(rows.length - 1);
    expect(await marksOf(broken.id)).toEqual([]);
    expect(await looksFor('Els Van de Walle')).toEqual([[known.id, 'likely']]);
    expect(await looksFor('De Wit Bo')).toEqual([[typedShort.id, 'likely']]);
  });

  it('marks more than one helping', async () => {
    await Promise.all(
      Array.from({ length: 130 }, (_none, index) => refers({ name: `Veel Kind${'a'.repeat(index % 7)} ${index}` })),
    );
    await database.kysely.deleteFrom('pupilMark').execute();
    await markKnownPupils(database, sealer);
    const left = await database.kysely
      .selectFrom('blindIndex')
      .leftJoin('pupilMark', 'pupilMark.referralId', 'blindIndex.referralId')
      .select('blindIndex.referralId')
      .where('pupilMark.referralId', 'is', null)
      .execute();
    expect(left).toHaveLength(1);
  });
});
