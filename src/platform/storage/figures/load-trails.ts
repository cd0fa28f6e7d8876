import { sql } from 'kysely';
import type {
  CountedInquiry,
  CountedReferral,
  CountedTrail,
  CountedTrajectory,
  Told,
} from '../../../domain/figures/counting/index.js';
import type { TrailId } from '../../../domain/ids.js';
import type { Db } from './progress.js';

interface Row extends Omit<CountedReferral, 'told'> {
  readonly id: string;
  readonly trailId: TrailId;
}

const referralsOf = async (db: Db, trails: readonly TrailId[]): Promise<Row[]> =>
  db
    .selectFrom('referral')
    .select(['id', 'trailId', 'region', 'ageBand', 'schoolForm', 'source', 'providerId', 'serviceId'])
    .select(['problemDomains', 'target', 'presence', 'enrolment', 'firstRegisteredAt'])
    .select(sql<boolean>`state = 'delivered' and questions @> '[{"by":"provider"}]'::jsonb`.as('standsStill'))
    .where('trailId', 'in', [...trails])
    .orderBy('reference')
    .execute();

const trajectoriesOf = (db: Db, trails: readonly TrailId[]) =>
  db
    .selectFrom('trajectory')
    .select(['id', 'referralId', 'providerId', 'serviceId'])
    .where('trailId', 'in', [...trails])
    .orderBy('wantedAt')
    .execute();

const inquiriesOf = (db: Db, trails: readonly TrailId[]) =>
  db
    .selectFrom('inquiry')
    .select(['id', 'trailId', 'region', 'ageBand', 'schoolForm', 'problemDomains'])
    .where('trailId', 'in', [...trails])
    .orderBy('askedAt')
    .execute();

/** Without what is large and counts for nothing. */
async function toldOf(db: Db, subjects: readonly string[]): Promise<Map<string, Told[]>> {
  const found = new Map<string, Told[]>();
  const { rows } = await sql<Told & { readonly subjectId: string }>`
    select subject_id as "subjectId", name, at, data - '{facts,back,plan,expected}'::text[] as data from timeline
    where subject_id = any(${[...subjects]}::uuid[]) and subject in ('referral', 'trajectory', 'inquiry')
      and name not in ('carried-over', 'file-opened', 'undo-ended') order by seq`.execute(db);
  for (const { subjectId, ...told } of rows) {
    const into = found.get(subjectId) ?? [];
    found.set(subjectId, into);
    into.push(told);
  }
  return found;
}

/** Trails as figures look at them, each with everything that happened. */
export async function loadTrails(db: Db, trails: readonly TrailId[]): Promise<Map<TrailId, CountedTrail>> {
  if (trails.length === 0) return new Map();
  const rows = await referralsOf(db, trails);
  const courses = await trajectoriesOf(db, trails);
  const asked = await inquiriesOf(db, trails);
  const told = await toldOf(
    db,
    [...rows, ...courses, ...asked].map(({ id }) => id),
  );
  const loaded = new Map(trails.map((id) => [id, { referrals: [], trajectories: [], inquiries: [] } as Loading]));
  for (const row of rows) {
    const referral: CountedReferral = { ...row, told: told.get(row.id) ?? [] };
    const into = loaded.get(row.trailId);
    into?.referrals.push(referral);
    for (const { id, referralId, ...course } of courses)
      if (referralId === row.id) into?.trajectories.push({ ...course, of: referral, told: told.get(id) ?? [] });
  }
  for (const { id, trailId, ...inquiry } of asked)
    loaded.get(trailId)?.inquiries.push({ ...inquiry, told: told.get(id) ?? [] });
  return loaded;
}

interface Loading {
  readonly referrals: CountedReferral[];
  readonly trajectories: CountedTrajectory[];
  readonly inquiries: CountedInquiry[];
}
