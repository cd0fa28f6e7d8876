import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Change } from '../../contracts/outcome.js';
import type { ListCheck } from '../../domain/case/check-in.js';
import type { Draft } from '../../domain/draft.js';
import type { OrganisationId, PersonId, ServiceId } from '../../domain/ids.js';
import type { WorkerDetails } from '../../domain/worker.js';
import { draftKey, emptyDrafts, ownerOf } from './keys/draft-keys.js';
import type { TrailKey } from './keys/key-store.js';
import { forgetKey, newTrailKey, trailKeyOf } from './keys/trail-keys.js';
import { putMarks } from './pupil-marks.js';
import { jsonb } from './rows/json.js';
import { putSchool, schoolRow } from './schools.js';
import { countStill } from './count-still.js';
import { putMapEntry, putSchoolMap } from './save-maps.js';
import { putSurveyAnswer } from './put-survey-answer.js';
import { storedRow } from './stored-rows.js';
import type { Schema } from './rows/schema.js';
import { storeVersion, type VersionedTable } from './rows/store-version.js';
import { eraseTrail } from './keys/erase-trail.js';
import type { Sealer } from './keys/seal.js';
import { VersionConflict } from './rows/version-conflict.js';

/** Who and when, for the rows that record it. */
export interface By {
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly now: Date;
}

type Trx = Transaction<Schema>;

/** Carries out the changes of an outcome, in order. Throws {@link VersionConflict}. */
export async function save(trx: Trx, sealer: Sealer, changes: readonly Change[], by: By): Promise<void> {
  for (const change of changes) await saveOne(trx, sealer, change, by);
}

async function saveOne(trx: Trx, sealer: Sealer, change: Change, by: By): Promise<void> {
  if ('erase' in change) return eraseTrail(trx, change.id, by.now);
  if ('end' in change) return endOne(trx, change);
  switch (change.put) {
    case 'trail':
      return putTrail(trx, sealer, change.row);
    case 'draft':
      return putDraft(trx, sealer, change.row, by.now);
    case 'caseFile':
      return putCaseFile(trx, sealer, change);
    case 'hint':
      return putHint(trx, sealer, change.row);
    case 'person':
      return putPerson(trx, change.row);
    case 'worker':
      return putWorker(trx, change.row);
    case 'membership':
      return putMembership(trx, { ...change.row, checkedAt: by.now });
    case 'school':
      return putSchool(trx, schoolRow(change.row, by.now));
    case 'setting':
      return putSettings(trx, change.row);
    case 'serviceList':
      return putServiceList(trx, change.row.serviceId, change.row.listCheck);
    case 'linkAttempt':
      await trx
        .insertInto('linkAttempt')
        .values({ id: randomUUID(), at: by.now, ...change.row })
        .execute();
      return;
    case 'welcomed':
      return putWelcomed(trx, change.row.conversationId, by.now);
    case 'lineChange':
      return putLineChange(trx, change.row, by);
    case 'vote':
      await trx
        .insertInto('vote')
        .values(change.row)
        .onConflict((oc) => oc.doNothing())
        .execute();
      return;
    case 'pack':
      await trx
        .insertInto('pack')
        .values({ ...change.row, figures: jsonb(change.row.figures) })
        .onConflict((oc) => oc.doNothing())
        .execute();
      return;
    case 'schoolMap':
      return putSchoolMap(trx, sealer, change.row);
    case 'mapEntry':
      return putMapEntry(trx, sealer, change.row);
    case 'stillCount':
      return countStill(trx, change.row);
    case 'surveyAnswer':
      return putSurveyAnswer(trx, change.row);
    default:
      return putVersioned(trx, change.put, change.row);
  }
}

async function endOne(trx: Trx, change: Extract<Change, { readonly end: string }>): Promise<void> {
  if (change.end === 'vote') return endVote(trx, change.row);
  if (change.end === 'membership') return endMembership(trx, change.row.personId, change.row.channelId);
  if (change.end === 'linkAttempt') {
    await trx.deleteFrom('linkAttempt').where('at', '<', change.row.before).execute();
    return;
  }
  await trx.deleteFrom('welcomed').where('conversationId', '=', change.row.conversationId).execute();
}

/** The next version of a row, as its table keeps it. The row's shape was checked by its type. */
const putVersioned = <Row extends { readonly id: string; readonly version: number }>(
  trx: Trx,
  table: VersionedTable,
  row: Row,
): Promise<void> => storeVersion(trx, table, row.version, { id: row.id, ...storedRow(table, row) });

async function putTrail(trx: Trx, sealer: Sealer, row: Extract<Change, { put: 'trail' }>['row']): Promise<void> {
  forgetKey(trx, row.id);
  const key = row.version === 0 ? { keySlot: (await newTrailKey(trx, sealer, row.id)).slot } : {};
  await putVersioned(trx, 'trail', { ...row, ...key });
}

/** An intake is sealed under a key of its own; one that was thrown away has nothing any more, and its key goes. */
async function putDraft(
  trx: Trx,
  sealer: Sealer,
  { typed, ...row }: Extract<Change, { put: 'draft' }>['row'],
  at: Date,
): Promise<void> {
  if (row.state === 'discarded') {
    await putVersioned(trx, 'draft', row);
    await emptyDrafts(trx, sql<boolean>`x.id = ${row.id}`, { at, most: null });
    return;
  }
  const { key, keySlot } = await keyOfDraft(trx, sealer, row);
  const sealed = await sealer.seal(key, `draft:${row.id}`, typed);
  await putVersioned(trx, 'draft', { ...row, sealed, keySlot });
}

/**
 * An intake gets a key of its own once. After that one was taken away (`emptyDrafts`) the trail's is used: what was erased is known by its
 * id and slot, and must stay known by them. A trail that was erased takes nothing new.
 */
async function keyOfDraft(
  trx: Trx,
  sealer: Sealer,
  { id, trailId, version }: Pick<Draft, 'id' | 'trailId' | 'version'>,
): Promise<{ readonly key: TrailKey; readonly keySlot: number | null }> {
  const ofTrail = await trailKeyOf(trx, trailId);
  const row =
    version === 0
      ? undefined
      : await trx
          .selectFrom('draft')
          .select('keySlot')
          .select((eb) =>
            eb
              .exists(eb.selectFrom('erasure').whereRef('erasure.trailId', '=', eb.cast('draft.id', 'uuid')))
              .as('hadKey'),
          )
          .where('id', '=', id)
          .executeTakeFirst();
  const own = draftKey(id, row?.keySlot ?? null);
  if (own !== null) return { key: own, keySlot: own.slot };
  if (row?.hadKey === true) return { key: ofTrail, keySlot: null };
  const made = await newTrailKey(trx, sealer, ownerOf(id));
  return { key: made, keySlot: made.slot };
}

/** A new version: what was there before is never overwritten. */
async function putCaseFile(trx: Trx, sealer: Sealer, change: Extract<Change, { put: 'caseFile' }>): Promise<void> {
  const { referralId, trailId, typed } = change.row;
  const { version } = await trx
    .selectFrom('caseFile')
    .select(sql<number>`coalesce(max(version), 0) + 1`.as('version'))
    .where('referralId', '=', referralId)
    .executeTakeFirstOrThrow();
  const sealed = await sealer.seal(await trailKeyOf(trx, trailId), `file:${referralId}:${version}`, typed);
  await trx.insertInto('caseFile').values({ referralId, trailId, sealed, version }).execute();
  const marks = change.identity === null ? null : sealer.marks(change.clbId, change.identity);
  await putMarks(trx, { referralId, trailId, clbId: change.clbId }, marks);
}

async function putHint(
  trx: Trx,
  sealer: Sealer,
  { trailId, text }: Extract<Change, { put: 'hint' }>['row'],
): Promise<void> {
  const hint =
    text === null ? null : await sealer.seal(await trailKeyOf(trx, trailId), `hint:${trailId}`, { hint: text });
  await trx.updateTable('trail').set({ hint }).where('id', '=', trailId).execute();
}

async function putPerson(trx: Trx, row: Extract<Change, { put: 'person' }>['row']): Promise<void> {
  const { id, ...known } = row;
  await trx
    .insertInto('person')
    .values({ id, ...known })
    .onConflict((oc) => oc.columns(['tenantId', 'aadObjectId']).doUpdateSet(known))
    .execute();
}

async function putWorker(trx: Trx, { personId, ...known }: WorkerDetails): Promise<void> {
  await trx
    .insertInto('worker')
    .values({ personId, ...known })
    .onConflict((oc) => oc.column('personId').doUpdateSet(known))
    .execute();
}

async function putMembership(trx: Trx, row: Omit<Schema['membership'], 'rosteredAt' | 'isGuest'>): Promise<void> {
  await trx
    .insertInto('membership')
    .values(row)
    .onConflict((oc) => oc.columns(['personId', 'channelId']).doUpdateSet({ checkedAt: row.checkedAt }))
    .execute();
}

async function endMembership(
  trx: Trx,
  personId: PersonId,
  channelId: Schema['membership']['channelId'],
): Promise<void> {
  await trx.deleteFrom('membership').where('personId', '=', personId).where('channelId', '=', channelId).execute();
}

/** Who comes second decides again, and then knows that it was said already. */
async function putWelcomed(trx: Trx, conversationId: string, at: Date): Promise<void> {
  const inserted = await trx
    .insertInto('welcomed')
    .values({ conversationId, at })
    .onConflict((oc) => oc.doNothing())
    .returning('at')
    .executeTakeFirst();
  if (inserted === undefined) throw new VersionConflict('welcomed');
}

async function putLineChange(
  trx: Trx,
  row: Extract<Change, { put: 'lineChange' }>['row'],
  { now, personId, organisationId }: By,
): Promise<void> {
  const json = { before: jsonb(row.before), after: jsonb(row.after) };
  await trx
    .insertInto('lineChange')
    .values({ ...row, ...json, id: randomUUID(), at: now, personId, organisationId })
    .execute();
}

async function endVote(trx: Trx, { subjectId, personId }: Schema['vote']): Promise<void> {
  await trx.deleteFrom('vote').where('subjectId', '=', subjectId).where('personId', '=', personId).execute();
}

async function putSettings(trx: Trx, settings: object): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    const json = jsonb(value);
    await trx
      .insertInto('setting')
      .values({ key, value: json })
      .onConflict((oc) => oc.column('key').doUpdateSet({ value: json }))
      .execute();
  }
}

async function putServiceList(trx: Trx, serviceId: ServiceId, check: ListCheck): Promise<void> {
  const listCheck = jsonb<unknown>(check);
  await trx
    .insertInto('serviceList')
    .values({ serviceId, listCheck })
    .onConflict((oc) => oc.column('serviceId').doUpdateSet({ listCheck }))
    .execute();
}
