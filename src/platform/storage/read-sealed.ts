import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Read } from '../../contracts/read.js';
import type { CaseFile, Draft, Typed } from '../../domain/draft.js';
import type { ReferralId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import { asReferral } from './case/load-case.js';
import { readInquiryWords } from './read-inquiry-words.js';
import { readOpenedParts } from './read-opened-parts.js';
import { readQuestions } from './read-questions.js';
import { readSchoolTexts } from './read-school-texts.js';
import { liveReferralsLike } from './pupil-marks.js';
import { fromJson, type Json } from './rows/from-json.js';
import type { DraftRow, Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import type { SeenHints } from './rows/sealed-hint.js';
import { readHints } from './sealed-hints.js';
import { draftKey } from './keys/draft-keys.js';
import type { TrailKey } from './keys/key-store.js';
import { asTrailKey, rememberKey, trailKeyOrNull } from './keys/trail-keys.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** What was filled in; nothing when it was taken away, or its key is gone. */
const typedIn = async (sealer: Sealer, key: TrailKey | null, id: Draft['id'], sealed: string | null): Promise<Typed> =>
  (sealed === null ? null : await sealer.open(key, `draft:${id}`, sealed)) ?? {};

/** Opens drafts; a draft whose trail was erased has nothing left in it. */
async function openDrafts(db: Db, sealer: Sealer, rows: Selectable<DraftRow>[]): Promise<Draft[]> {
  return Promise.all(
    rows.map(async ({ sealed, keySlot, ...draft }) => {
      const key = draftKey(draft.id, keySlot) ?? (await trailKeyOrNull(db, draft.trailId));
      return { ...draft, typed: await typedIn(sealer, key, draft.id, sealed) };
    }),
  );
}

/** What is sealed under a trail's key: intakes and case files; and by whom a pupil is recognised. */
export function readSealed(db: Db, sealer: Sealer, hints: SeenHints) {
  return {
    async draft(id) {
      const rows = await db.selectFrom('draft').selectAll().where('id', '=', id).execute();
      return (await openDrafts(db, sealer, rows))[0] ?? null;
    },
    intakeOf: (id) => readIntake(db, sealer, id),
    async draftsOf(person) {
      const rows = await db
        .selectFrom('draft')
        .selectAll()
        .where('personId', '=', person)
        .where('state', '=', 'open')
        .where((eb) =>
          eb.or([
            eb('referralId', 'is', null),
            eb.exists(
              eb
                .selectFrom('referral')
                .select('id')
                .whereRef('referral.id', '=', 'draft.referralId')
                .where('referral.state', '=', 'recalled'),
            ),
          ]),
        )
        .orderBy('updatedAt', 'desc')
        .execute();
      return openDrafts(db, sealer, rows);
    },
    async caseFile(referral) {
      const row = await db
        .selectFrom('caseFile')
        .selectAll()
        .where('referralId', '=', referral)
        .orderBy('version', 'desc')
        .executeTakeFirst();
      if (row === undefined) return null;
      const { trailId, version, sealed } = row;
      const typed = await sealer.open(await trailKeyOrNull(db, trailId), `file:${referral}:${version}`, sealed);
      return typed === null ? null : { referralId: row.referralId, trailId, typed };
    },
    caseFiles: (referral) => allCaseFiles(db, sealer, referral),
    questionsOf: (referral) => readQuestions(db, sealer, referral),
    inquiryWords: (id) => readInquiryWords(db, sealer, id),
    schoolTexts: (trajectory, number) => readSchoolTexts(db, sealer, trajectory, number),
    openedParts: (trail) => readOpenedParts(db, sealer, trail),
    hintsOf: (trails) => readHints(db, sealer, hints, trails),
    isErased: async (trail) => {
      const key = await trailKeyOrNull(db, trail);
      return key === null || sealer.isDestroyed(key);
    },
    liveReferralsLike: (clb, identity) => liveReferralsLike(db, sealer, clb, identity),
  } satisfies Partial<Read>;
}

/** An intake with its CLB and the referral made from it, in one statement. */
async function readIntake(db: Db, sealer: Sealer, id: Draft['id']): ReturnType<Read['intakeOf']> {
  const row = await db
    .selectFrom('draft')
    .innerJoin('trail', 'trail.id', 'draft.trailId')
    .leftJoin('organisation', 'organisation.id', 'draft.clbId')
    .leftJoin('referral', 'referral.id', 'draft.referralId')
    .selectAll('draft')
    .select(['trail.keySlot as trailSlot', sql<Json | null>`to_jsonb(organisation)`.as('clb')])
    .select(sql<Json | null>`to_jsonb(referral)`.as('made'))
    .where('draft.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { trailSlot, keySlot, clb, made, sealed, ...draft } = row;
  const ofTrail = asTrailKey(draft.trailId, trailSlot);
  rememberKey(db, draft.trailId, ofTrail);
  return {
    draft: { ...draft, typed: await typedIn(sealer, draftKey(draft.id, keySlot) ?? ofTrail, draft.id, sealed) },
    clb: fromJson<Organisation>(clb),
    referral: made === null ? null : asReferral(fromJson<object>(made)),
  };
}

/** Every version of what was typed about a referral, oldest first; none when it was erased. */
async function allCaseFiles(db: Db, sealer: Sealer, referral: ReferralId): Promise<CaseFile[]> {
  const rows = await db
    .selectFrom('caseFile')
    .selectAll()
    .where('referralId', '=', referral)
    .orderBy('version')
    .execute();
  const key = rows[0] === undefined ? null : await trailKeyOrNull(db, rows[0].trailId);
  const opened = await Promise.all(
    rows.map(async ({ referralId, trailId, version, sealed }) => ({
      referralId,
      trailId,
      typed: await sealer.open(key, `file:${referralId}:${version}`, sealed),
    })),
  );
  return opened.flatMap(({ typed, ...file }) => (typed === null ? [] : [{ ...file, typed }]));
}
