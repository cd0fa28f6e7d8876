import type { Change } from '../../../src/contracts/outcome.js';
import { type Count, type Figures, type FigureName } from '../../../src/domain/figures/index.js';
import type { StillCount } from '../../../src/contracts/trajectory.js';
import type {
  DraftId,
  InquiryId,
  OrganisationId,
  PersonId,
  ReferralId,
  ServiceId,
  TrailId,
  TrajectoryId,
} from '../../../src/domain/ids.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { Database, Engine } from '../../../src/platform/storage/connection.js';
import { storeEvent, storeReferral } from '../../support/store-referral.js';
import { save } from '../../../src/platform/storage/save.js';
import { freshDatabase } from '../../support/database.js';
import { figuresAgree } from '../../support/figures-agree.js';
import { monday10, organisation, person, referral, service } from '../../support/given.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const clb = organisation({ id: realId<OrganisationId>(), version: 0 });
const an = person({ id: realId<PersonId>() });
export const naft = organisation({ id: realId<OrganisationId>(), kind: 'provider', name: 'NAFT', version: 0 });
export const east = service({ id: realId<ServiceId>(), organisationId: naft.id, version: 0 });
export const west = service({ id: realId<ServiceId>(), organisationId: naft.id, name: 'NAFT AHV', version: 0 });

/** The first trimester of 2026-2027, in Brussels. */
export const autumn = { from: new Date('2026-08-31T22:00:00Z'), until: new Date('2026-12-31T23:00:00Z') };

/** What happened to a referral: when (days after {@link monday10}, or an instant), what, and its data. */
export type Happening = readonly [number | string, string, Readonly<Record<string, unknown>>?];

export interface FigureWorld {
  /** A referral with its history; the same trail for one that follows another. */
  refer(over: Partial<Referral>, ...happened: readonly Happening[]): Promise<Referral>;
  /** A referral with a trajectory to which this happened. */
  course(over: Partial<Referral>, ...happened: readonly Happening[]): Promise<void>;
  /** A question before referring to which this happened. */
  inquiry(region: string, ...happened: readonly Happening[]): Promise<void>;
  /** Answers that were counted, apart from everybody. */
  still(row: StillCount & { readonly count: number }): Promise<void>;
  figures(span?: { from: Date; until: Date }, now?: Date): Promise<Figures>;
  /** The lines of one figure as `codes: count`, in order of the codes. */
  lines(name: FigureName, span?: { from: Date; until: Date }, now?: Date): Promise<Record<string, number>>;
  /** Forgets all referrals. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const day = 24 * 3_600_000;
const whenOf = (at: number | string): Date =>
  typeof at === 'string' ? new Date(at) : new Date(monday10.getTime() + at * day);

export const sentAt = (at: number | string, again = false): Happening => [at, 'registered', { held: null, again }];

/** Real tables of one engine, with a CLB, a provider and two services. */
export async function figureWorld(engine: Engine): Promise<FigureWorld> {
  const database = await freshDatabase(engine);
  const by = { personId: an.id, organisationId: clb.id, now: monday10 };
  const put = (changes: readonly Change[]): Promise<void> =>
    database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));
  await put([
    ...[clb, naft].map((row) => ({ put: 'organisation', row }) as const),
    ...[east, west].map((row) => ({ put: 'service', row }) as const),
    { put: 'person', row: an },
  ]);
  let last = 0;
  const figures: FigureWorld['figures'] = (span = autumn, now = span.until) => figuresAgree(database.kysely, span, now);
  const refer: FigureWorld['refer'] = async (over, ...happened) => {
    const row = referral({
      ...{ clbId: clb.id, referrerId: an.id, providerId: naft.id, serviceId: east.id },
      ...{ id: realId<ReferralId>(), draftId: realId<DraftId>(), reference: `2026-${++last}`, version: 0 },
      trailId: over.trailId ?? realId<TrailId>(),
      ...over,
    });
    const trail = { id: row.trailId, firstRegisteredAt: monday10, createdAt: monday10, version: 0 };
    await put([...(over.trailId === undefined ? [{ put: 'trail', row: trail } as const] : [])]);
    await database.kysely.transaction().execute((trx) => storeReferral(trx, row));
    await addEvents(database, row.id, happened);
    return row;
  };
  return {
    refer,
    async course(over, ...happened) {
      const of = await refer(over);
      await addCourse(database, of, happened);
    },
    inquiry: (region, ...happened) => addInquiry(database, region, happened),
    still: async (row) => void (await database.kysely.insertInto('stillAtSchool').values(row).execute()),
    figures,
    lines: async (name, span, now) => asLines((await figures(span, now))[name]),
    async clear() {
      await database.kysely.deleteFrom('timeline').execute();
      await database.kysely.deleteFrom('referral').execute();
      await database.kysely.deleteFrom('inquiry').execute();
      await database.kysely.deleteFrom('stillAtSchool').execute();
    },
    close: () => database.close(),
  };
}

/** The row says where it belongs; figures look at what happened. */
async function addCourse({ kysely }: Database, of: Referral, happened: readonly Happening[]): Promise<void> {
  const { id: referralId, trailId, clbId, referrerId } = of;
  const row = { id: realId<TrajectoryId>(), referralId, trailId, clbId, referrerId, providerId: naft.id };
  const began = { wantedAt: monday10, since: monday10, nudges: 0, version: 1 };
  await kysely
    .insertInto('trajectory')
    .values({ ...row, serviceId: east.id, state: 'dropped', ...began } as never)
    .execute();
  for (const [at, name, data] of happened)
    await kysely
      .insertInto('timeline')
      .values({
        ...{ id: realId<string>(), subject: 'trajectory', subjectId: row.id, name, version: 2, at: whenOf(at) },
        ...{ side: null, personId: an.id, organisationId: naft.id, sealed: null, data: JSON.stringify(data ?? {}) },
      } as never)
      .execute();
}

async function addInquiry({ kysely }: Database, region: string, happened: readonly Happening[]): Promise<void> {
  const id = realId<InquiryId>();
  const trailId = realId<TrailId>();
  await kysely
    .insertInto('trail')
    .values({ id: trailId, firstRegisteredAt: null, createdAt: monday10, version: 1 } as never)
    .execute();
  const about = { ageBand: '14-15', schoolForm: 'bso', region, problemDomains: [], wantedForms: [], urgency: 'normal' };
  const row = { id, trailId, clbId: clb.id, askerId: an.id, providerId: naft.id, serviceId: east.id, ...about };
  const began = { askedAt: monday10, since: monday10, reached: true, nudges: 0, answers: 0, erased: false, version: 1 };
  await kysely
    .insertInto('inquiry')
    .values({ ...row, ...began, state: 'withdrawn' } as never)
    .execute();
  for (const [at, name, data] of happened)
    await kysely
      .insertInto('timeline')
      .values({
        ...{ id: realId<string>(), subject: 'inquiry', subjectId: id, name, version: 2, at: whenOf(at) },
        ...{ side: null, personId: an.id, organisationId: clb.id, sealed: null, data: JSON.stringify(data ?? {}) },
      } as never)
      .execute();
}

async function addEvents({ kysely }: Database, referralId: ReferralId, happened: readonly Happening[]): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    for (const [at, name, data] of happened)
      await storeEvent(trx, {
        ...{ referralId, name, at: whenOf(at), personId: an.id, organisationId: clb.id },
        data: data ?? {},
      });
  });
}

const asLines = (counts: readonly Count[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ by, count }) => [Object.values(by).join(' '), count]));
