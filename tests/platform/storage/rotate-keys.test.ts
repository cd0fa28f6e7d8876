import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralId } from '../../../src/domain/ids.js';
import { identityOf } from '../../../src/domain/intake/index.js';
import { checkKeys, WrongKey } from '../../../src/platform/storage/key-check.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { rotateKeys, type RotationProgress } from '../../../src/platform/storage/rotate-keys.js';
import { createSealer, kidOf, type Keys } from '../../../src/platform/storage/seal.js';
import { engines } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { refers } from '../../support/refer.js';
import { linkedCast, openStage, stageKeys, type Stage } from '../../support/stage.js';

const made = (name: string): Uint8Array => Uint8Array.from(createHash('sha256').update(name).digest());
const next: Keys = { data: made('next data'), index: made('next index') };
const both: Keys = { ...next, formerData: stageKeys.data };

/** One story, in order: a bot that has run, and its keys that are replaced. */
describe.each(engines)('the keys of the environment, on %s', (engine) => {
  let stage: Stage;
  let referralId: ReferralId;
  beforeAll(async () => {
    stage = await openStage(engine);
    const cast = await linkedCast(stage);
    const reference = await refers(stage, cast.an);
    await stage.settled();
    referralId = (await readWith(stageKeys).referralByReference(reference))!.id;
  });
  afterAll(() => stage.close());

  const readWith = (keys: Keys) => createRead(stage.database.kysely, createSealer(keys), monday10);
  const typedWith = async (keys: Keys) => (await readWith(keys).caseFile(referralId))?.typed;
  const found = async (keys: Keys) => {
    const { clbId } = (await readWith(keys).referral(referralId))!;
    const identity = identityOf(
      (
        await readWith(stageKeys)
          .caseFile(referralId)
          .catch(() => null)
      )?.typed ?? known,
    )!;
    return (await readWith(keys).liveReferralsLike(clbId, identity)).map(({ referral }) => referral.id);
  };
  let known: Record<string, string> = {};

  it('are noted at the first start, and told from others without being told', async () => {
    known = (await typedWith(stageKeys))!;
    expect(known['pupilName']).toBeTruthy();
    const rows = await stage.database.kysely.selectFrom('keyCheck').selectAll().orderBy('name').execute();
    expect(rows).toEqual([
      { name: 'data', kid: kidOf(stageKeys.data) },
      { name: 'index', kid: kidOf(stageKeys.index) },
    ]);
    expect(await checkKeys(stage.database, stageKeys)).toBe('same');
  });

  it('when another stands in the environment, the start stops and says which one', async () => {
    const refusedData = checkKeys(stage.database, { ...stageKeys, data: next.data });
    await expect(refusedData).rejects.toThrow(WrongKey);
    await expect(refusedData).rejects.toThrow(
      `DATA_KEY is not the key with which this database was filled (that one has the id ${kidOf(stageKeys.data)}, this one ${kidOf(next.data)})`,
    );
    await expect(checkKeys(stage.database, { ...stageKeys, index: next.index })).rejects.toThrow(
      /^The bot cannot start\. INDEX_KEY is not/,
    );
  });

  it('also in a database from before they were noted', async () => {
    await stage.database.kysely.deleteFrom('keyCheck').execute();
    await expect(checkKeys(stage.database, next)).rejects.toThrow(/DATA_KEY is not the key/);
    expect(await stage.database.kysely.selectFrom('keyCheck').selectAll().execute()).toEqual([]);
    expect(await checkKeys(stage.database, { ...both, index: stageKeys.index })).toBe('replacing');
    expect(await checkKeys(stage.database, stageKeys)).toBe('same');
  });

  it('while the data key is replaced, what was sealed before opens and what is new stands under the new one', async () => {
    expect(await typedWith(both)).toEqual(known);
    const sealer = createSealer(both);
    const key = await sealer.newWrappedKey();
    const sealed = await createSealer(next).seal(key, { pupilName: 'Nieuw' });
    expect(await sealer.open(key, sealed)).toEqual({ pupilName: 'Nieuw' });
  });

  it('rotate-keys brings everything under the new ones, with progress, and then the former opens nothing', async () => {
    const progress: RotationProgress[] = [];
    const done = await rotateKeys(stage.database, both, createSealer(both), (one) => progress.push(one));
    expect(done).toEqual({ wrapped: 1, marked: 1, unmarked: 0 });
    expect(progress.at(-1)).toMatchObject({ part: 'pupils', done: 1, of: 1 });
    expect(await checkKeys(stage.database, next)).toBe('same');
    expect(await typedWith(next)).toEqual(known);
    expect(await found(next)).toEqual([referralId]);
    await expect(typedWith(stageKeys)).rejects.toThrow();
    expect(await found(stageKeys)).toEqual([]);
    await expect(checkKeys(stage.database, stageKeys)).rejects.toThrow(WrongKey);
  });

  it('run again it wraps nothing, and an erased trail stays erased', async () => {
    expect(await rotateKeys(stage.database, next, createSealer(next))).toMatchObject({ wrapped: 0, marked: 1 });
    await stage.database.kysely.updateTable('trail').set({ wrappedKey: null }).execute();
    expect(await rotateKeys(stage.database, both, createSealer(both))).toEqual({ wrapped: 0, marked: 0, unmarked: 1 });
    expect(await found(next)).toEqual([]);
  });

  it('a key that fits nothing notes nothing', async () => {
    const wrappedKey = await createSealer(stageKeys).newWrappedKey();
    await stage.database.kysely.updateTable('trail').set({ wrappedKey }).execute();
    await expect(rotateKeys(stage.database, stageKeysOfNobody, createSealer(stageKeysOfNobody))).rejects.toThrow();
    expect(await checkKeys(stage.database, next)).toBe('same');
  });
});

const stageKeysOfNobody: Keys = { data: made('nobody data'), index: made('nobody index') };
