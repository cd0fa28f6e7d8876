import { createHash } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralId } from '../../../src/domain/ids.js';
import { identityOf } from '../../../src/domain/intake/index.js';
import { checkKeys, WrongKey } from '../../../src/platform/keys/key-check.js';
import { openKeyFile } from '../../../src/platform/storage/keys/key-file.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { rotateKeys, type RotationProgress } from '../../../src/platform/keys/rotate-keys.js';
import { kidOf, type Keys } from '../../../src/platform/storage/keys/seal.js';
import { engines } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { refers } from '../../support/refer.js';
import { linkedCast, openStage, type Stage } from '../../support/stage.js';
import { stageKeys, testSealer } from '../../support/test-sealer.js';

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

  const sealerWith = (keys: Keys) => testSealer(keys, stage.app.parts.sealer.keyFile);
  const readWith = (keys: Keys) => createRead(stage.database.kysely, sealerWith(keys), monday10);
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
      { name: 'file', kid: openKeyFile(stage.app.parts.sealer.keyFile).id },
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
    await stage.database.kysely.deleteFrom('keyCheck').where('name', '<>', 'file').execute();
    await withKeyInTable(stageKeys.data);
    await expect(checkKeys(stage.database, next)).rejects.toThrow(/DATA_KEY is not the key/);
    expect(await stage.database.kysely.selectFrom('keyCheck').select('name').execute()).toEqual([{ name: 'file' }]);
    expect(await checkKeys(stage.database, { ...both, index: stageKeys.index })).toBe('replacing');
    expect(await checkKeys(stage.database, stageKeys)).toBe('same');
  });

  it('while the data key is replaced, what was sealed before opens', async () => {
    expect(await typedWith(both)).toEqual(known);
  });

  it('rotate-keys brings everything under the new ones, with progress, and then the former opens nothing', async () => {
    const progress: RotationProgress[] = [];
    const done = await rotateKeys(stage.database, both, sealerWith(both), (one) => progress.push(one));
    expect(done).toEqual({ renewed: 2, marked: 1, unmarked: 0 });
    expect(progress.at(-1)).toMatchObject({ part: 'pupils', done: 1, of: 1 });
    expect(await checkKeys(stage.database, next)).toBe('same');
    expect(await typedWith(next)).toEqual(known);
    expect(await found(next)).toEqual([referralId]);
    await expect(typedWith(stageKeys)).rejects.toThrow();
    expect(await found(stageKeys)).toEqual([]);
    await expect(checkKeys(stage.database, stageKeys)).rejects.toThrow(WrongKey);
  });

  it('run again it seals nothing anew, and an erased trail stays erased', async () => {
    expect(await rotateKeys(stage.database, next, sealerWith(next))).toMatchObject({ renewed: 0, marked: 1 });
    const erased = await stage.database.kysely.updateTable('trail').set({ keySlot: null }).returning('id').execute();
    expect(await rotateKeys(stage.database, both, sealerWith(both))).toEqual({ renewed: 0, marked: 0, unmarked: 1 });
    expect(await found(next)).toEqual([]);
    await stage.database.kysely.updateTable('trail').set({ keySlot: 1 }).where('id', '=', erased[0]!.id).execute();
  });

  it('a key that fits nothing notes nothing', async () => {
    await expect(rotateKeys(stage.database, stageKeysOfNobody, sealerWith(stageKeysOfNobody))).rejects.toThrow();
    expect(await checkKeys(stage.database, next)).toBe('same');
  });

  /** As it stood before there was a key file. */
  const withKeyInTable = async (key: Uint8Array) => {
    const wrappedKey = await new CompactEncrypt(made('a key'))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(key);
    await stage.database.kysely.updateTable('trail').set({ wrappedKey }).execute();
  };
});

const stageKeysOfNobody: Keys = { data: made('nobody data'), index: made('nobody index') };
