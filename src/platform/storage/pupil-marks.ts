import type { Kysely, Transaction } from 'kysely';
import type { Identity } from '../../domain/draft.js';
import type { OrganisationId, ReferralId, TrailId } from '../../domain/ids.js';
import { liveStates } from '../../domain/case/states.js';
import type { Referral } from '../../domain/case/referral.js';
import { furthestFirst, likenessOf, type PupilMarks, type SamePupil } from '../../domain/case/same-pupil.js';
import { asReferral } from './case/load-case.js';
import type { PupilMarkRow, Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Whose marks they are. */
interface Marked {
  readonly referralId: ReferralId;
  readonly trailId: TrailId;
  readonly clbId: OrganisationId;
}

/** The word under which the ring is stored. */
const ringAt = 0;

/** The rows that hold all marks but the whole name, which has its own table. */
export function markRows({ referralId, trailId, clbId }: Marked, { ring, words }: PupilMarks): PupilMarkRow[] {
  const row = (word: number, digest: string): PupilMarkRow => ({ referralId, trailId, clbId, word, digest });
  return [row(ringAt, ring), ...words.flatMap((sounds, at) => sounds.map((digest) => row(at + 1, digest)))];
}

/** Stores by what the pupil of a referral is known again, in place of what was stored before; null: a group has no pupil. */
export async function putMarks(trx: Transaction<Schema>, of: Marked, marks: PupilMarks | null): Promise<void> {
  const { referralId, trailId, clbId } = of;
  await trx
    .with('whole', (db) => db.deleteFrom('blindIndex').where('referralId', '=', referralId))
    .deleteFrom('pupilMark')
    .where('referralId', '=', referralId)
    .execute();
  if (marks === null) return;
  await trx
    .with('whole', (db) => db.insertInto('blindIndex').values({ referralId, trailId, clbId, digest: marks.whole }))
    .insertInto('pupilMark')
    .values(markRows(of, marks))
    .execute();
}

/** Live referrals of one CLB that share at least one mark, by id. */
async function candidates(db: Db, clb: OrganisationId, marks: PupilMarks): Promise<Referral[]> {
  const exact = db
    .selectFrom('blindIndex')
    .select('referralId')
    .where('clbId', '=', clb)
    .where('digest', '=', marks.whole);
  const near = db
    .selectFrom('pupilMark')
    .select('referralId')
    .where('clbId', '=', clb)
    .where('digest', 'in', [marks.ring, ...marks.words.flat()]);
  const rows = await db
    .selectFrom('referral')
    .selectAll()
    .where('id', 'in', exact.union(near))
    .where('state', 'in', [...liveStates])
    .execute();
  return rows.map(asReferral);
}

/** The digests of one referral as marks again; without the others the whole name stands alone. */
function marksFrom(whole: string, rows: readonly PupilMarkRow[]): PupilMarks {
  const words: string[][] = [];
  for (const { word, digest } of rows) if (word !== ringAt) words[word - 1] = [...(words[word - 1] ?? []), digest];
  return { whole, ring: rows.find(({ word }) => word === ringAt)?.digest ?? whole, words };
}

/** The marks of these referrals as they are stored. */
async function storedMarks(db: Db, ids: readonly ReferralId[]): Promise<Map<ReferralId, PupilMarks>> {
  const wholes = await db.selectFrom('blindIndex').selectAll().where('referralId', 'in', ids).execute();
  const rows = await db.selectFrom('pupilMark').selectAll().where('referralId', 'in', ids).execute();
  return new Map(
    wholes.map(({ referralId: id, digest }) => [
      id,
      marksFrom(
        digest,
        rows.filter(({ referralId }) => referralId === id),
      ),
    ]),
  );
}

/** The live referrals by one CLB of this pupil or of one who looks like it, the furthest first. Only digests are compared. */
export async function liveReferralsLike(
  db: Db,
  sealer: Sealer,
  clb: OrganisationId,
  identity: Identity,
): Promise<readonly SamePupil[]> {
  const wanted = sealer.marks(clb, identity);
  const live = await candidates(db, clb, wanted);
  if (live.length === 0) return [];
  const marks = await storedMarks(
    db,
    live.map(({ id }) => id),
  );
  return furthestFirst(
    live.flatMap((referral): SamePupil[] => {
      const stored = marks.get(referral.id);
      const likeness = stored === undefined ? null : likenessOf(wanted, stored);
      return likeness === null ? [] : [{ referral, likeness }];
    }),
  );
}
