import { randomUUID } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DraftId, OrganisationId, PersonId, TrailId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { destroyErasedKeys, replayErasures } from '../../../src/platform/keys/destroy-keys.js';
import { openKeyFileOf, WrongKeyFile } from '../../../src/platform/keys/key-check.js';
import { openKeys } from '../../../src/platform/keys/open-keys.js';
import type { TrailKey } from '../../../src/platform/storage/keys/key-store.js';
import type { Sealer } from '../../../src/platform/storage/keys/seal.js';
import { trailKeyOrNull } from '../../../src/platform/storage/keys/trail-keys.js';
import { emptyDrafts } from '../../../src/platform/storage/keys/draft-keys.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { backlogOf, degradedBy } from '../../../src/platform/web/delivery-gauges.js';
import { engines, freshDatabase } from '../../support/database.js';
import { draft, monday10, organisation, person as somebody } from '../../support/given.js';
import { newKeyFile, stageKeys, testSealer } from '../../support/test-sealer.js';

const by = { personId: null, organisationId: null, now: monday10 };

describe.each(engines)('erasing a trail, on %s', (engine) => {
  let database: Database;
  let path: string;
  let sealer: Sealer;
  beforeEach(async () => {
    database = await freshDatabase(engine);
    path = newKeyFile();
    sealer = testSealer(stageKeys, path);
  });
  afterEach(() => database.close());

  const put = (...changes: Parameters<typeof save>[2]) =>
    database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));
  const newTrail = async (): Promise<TrailKey> => {
    const id = randomUUID() as TrailId;
    await put({ put: 'trail', row: { id, firstRegisteredAt: null, createdAt: monday10, version: 0 } });
    return (await trailKeyOrNull(database.kysely, id))!;
  };
  const erase = async ({ trailId }: TrailKey) => {
    await put({ erase: 'trail', id: trailId });
    await destroyErasedKeys(database, sealer, monday10);
  };
  const stands = async ({ trailId }: TrailKey) => (await trailKeyOrNull(database.kysely, trailId)) !== null;
  /** The database as a backup had it: with the trail as if nothing had happened. */
  const restoreRow = async ({ trailId, slot }: TrailKey) => {
    await database.kysely.updateTable('trail').set({ keySlot: slot }).where('id', '=', trailId).execute();
    await database.kysely.deleteFrom('erasure').execute();
  };

  it('overwrites its key, and notes it in the list beside the key file', async () => {
    const [gone, stays] = [await newTrail(), await newTrail()];
    await erase(gone);
    expect([sealer.isDestroyed(gone), sealer.isDestroyed(stays)]).toEqual([true, false]);
    expect(readFileSync(`${path}.erased`, 'utf8')).toBe(`${gone.trailId} ${gone.slot} ${monday10.toISOString()}\n`);
    expect(await database.kysely.selectFrom('erasure').selectAll().execute()).toEqual([
      { trailId: gone.trailId, keySlot: gone.slot, at: monday10, destroyedAt: monday10, clearedAt: null },
    ]);
    expect(await destroyErasedKeys(database, sealer, monday10)).toBe(0);
  });

  it('of which the key is not overwritten yet is told: in the figures, and after ten minutes by /health', async () => {
    const { trailId } = await newTrail();
    await put({ erase: 'trail', id: trailId });
    const waiting = await backlogOf(database);
    expect(waiting).toMatchObject({ keysLeft: 1, keysSince: monday10 });
    const after = (minutes: number) => degradedBy(waiting, new Date(monday10.getTime() + minutes * 60_000));
    expect([after(9), after(10)]).toEqual([null, 'erasing']);
    await destroyErasedKeys(database, sealer, monday10);
    expect(await backlogOf(database)).toMatchObject({ keysLeft: 0, keysSince: null });
  });

  it('that was taken back with its transaction leaves the key where it is', async () => {
    const key = await newTrail();
    const failing = database.kysely.transaction().execute(async (trx) => {
      await save(trx, sealer, [{ erase: 'trail', id: key.trailId }], by);
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await destroyErasedKeys(database, sealer, monday10)).toBe(0);
    expect([await stands(key), sealer.isDestroyed(key)]).toEqual([true, false]);
  });

  it('that was broken off before its key was overwritten is done at the next start', async () => {
    const key = await newTrail();
    await put({ erase: 'trail', id: key.trailId });
    expect(sealer.isDestroyed(key)).toBe(false);
    (await openKeys(database, stageKeys, path)).close();
    expect(sealer.isDestroyed(key)).toBe(true);
  });

  it('holds when the database is restored from a backup of before', async () => {
    const [gone, stays] = [await newTrail(), await newTrail()];
    await erase(gone);
    await restoreRow(gone);
    expect(await replayErasures(database, sealer, monday10)).toBe(1);
    expect([await stands(gone), await stands(stays)]).toEqual([false, true]);
    expect(await replayErasures(database, sealer, monday10)).toBe(0);
  });

  it('holds when the key file is restored from a backup of before, or both are', async () => {
    const key = await newTrail();
    copyFileSync(path, `${path}.backup`);
    await erase(key);
    copyFileSync(`${path}.backup`, path);
    expect(sealer.isDestroyed(key)).toBe(false);
    await replayErasures(database, sealer, monday10);
    expect(sealer.isDestroyed(key)).toBe(true);

    copyFileSync(`${path}.backup`, path);
    await restoreRow(key);
    await replayErasures(database, sealer, monday10);
    expect([await stands(key), sealer.isDestroyed(key)]).toEqual([false, true]);
  });

  it('takes no slot again that was used, also when the numbers begin anew', async () => {
    const [gone, stays] = [await newTrail(), await newTrail()];
    await erase(gone);
    await database.kysely.deleteFrom('erasure').execute();
    await database.kysely.updateTable('trail').set({ keySlot: null }).execute();
    await sql`alter sequence trail_key_slot restart with 1`.execute(database.kysely);
    const next = await newTrail();
    expect(next.slot).not.toBe(gone.slot);
    expect(next.slot).not.toBe(stays.slot);
    expect(sealer.isDestroyed(stays)).toBe(false);
  });

  describe('an intake, which has a key of its own', () => {
    const [person, clb] = [
      somebody({ id: randomUUID() as PersonId }),
      organisation({ id: randomUUID() as OrganisationId, version: 0 }),
    ];
    const intakeOf = async (trail: TrailKey) => {
      const row = draft({
        id: randomUUID() as DraftId,
        trailId: trail.trailId,
        personId: person.id,
        clbId: clb.id,
        version: 0,
      });
      await put({ put: 'draft', row: { ...row, typed: { pupilName: 'Eerst' } } });
      return row;
    };
    const empties = async (id: DraftId) => {
      await database.kysely
        .transaction()
        .execute((trx) => emptyDrafts(trx, sql<boolean>`x.id = ${id}`, { at: monday10, most: null }));
      await destroyErasedKeys(database, sealer, monday10);
    };
    const typedIn = async (id: DraftId) => (await createRead(database.kysely, sealer, monday10).draft(id))!.typed;
    beforeEach(() => put({ put: 'organisation', row: clb }, { put: 'person', row: person }));

    it('that is filled in again after it was emptied stays, over a start, and goes with the next emptying', async () => {
      const row = await intakeOf(await newTrail());
      await empties(row.id);
      expect(await typedIn(row.id)).toEqual({});
      await put({ put: 'draft', row: { ...row, version: 1, typed: { pupilName: 'Opnieuw' } } });
      expect(await replayErasures(database, sealer, monday10)).toBe(0);
      expect(await typedIn(row.id)).toEqual({ pupilName: 'Opnieuw' });
      await empties(row.id);
      expect(await typedIn(row.id)).toEqual({});
    });

    it('is emptied again when the database is restored from a backup of before', async () => {
      const row = await intakeOf(await newTrail());
      const before = await database.kysely.selectFrom('draft').select(['sealed', 'keySlot']).executeTakeFirstOrThrow();
      await empties(row.id);
      await database.kysely.updateTable('draft').set(before).execute();
      await database.kysely.deleteFrom('erasure').execute();
      expect(await replayErasures(database, sealer, monday10)).toBe(1);
      const after = await database.kysely.selectFrom('draft').select(['sealed', 'keySlot']).executeTakeFirstOrThrow();
      expect(after).toEqual({ sealed: null, keySlot: null });
    });

    it('thrown away while its trail goes on leaves nothing, and the trail its key', async () => {
      const trail = await newTrail();
      const row = await intakeOf(trail);
      const { keySlot } = await database.kysely.selectFrom('draft').select('keySlot').executeTakeFirstOrThrow();
      await put({ put: 'draft', row: { ...row, version: 1, state: 'discarded', typed: {} } });
      await destroyErasedKeys(database, sealer, monday10);
      expect(sealer.isDestroyed({ trailId: row.id as string as TrailId, slot: keySlot! })).toBe(true);
      expect([await typedIn(row.id), await stands(trail)]).toEqual([{}, true]);
    });
  });

  it('a list that was typed over is not taken for one', async () => {
    writeFileSync(`${path}.erased`, 'alles is goed\n');
    await expect(replayErasures(database, sealer, monday10)).rejects.toThrow('names no erased trail');
  });

  it('the start stops when the key file is gone or is that of another database', async () => {
    (await openKeyFileOf(database, path)).close();
    await expect(openKeyFileOf(database, newKeyFile())).rejects.toThrow(/There is no .*Set KEY_FILE/);
    const other = newKeyFile();
    testSealer(stageKeys, other);
    await expect(openKeyFileOf(database, other)).rejects.toThrow(WrongKeyFile);
    await expect(openKeyFileOf(database, other)).rejects.toThrow(/is not the file with the keys of the pupils/);
  });
});
