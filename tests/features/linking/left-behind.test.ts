import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tidyRefusedCodes } from '../../../src/features/linking/tidy-refused-codes.job.js';
import { storeNotices } from '../../../src/platform/storage/messages.js';
import { FeatureStage } from '../../support/feature-stage.js';
import { channel, monday10, organisation, person } from '../../support/given.js';
import { linkingCards } from '../../../src/features/linking/linking-cards.js';

const day = 86_400_000;

describe('what linking leaves behind', () => {
  let stage: FeatureStage;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.clear());

  test('who entered a wrong code is forgotten after thirty days', async () => {
    const bram = person();
    const refusedAt = async (now: Date): Promise<void> => {
      stage.now = now;
      await stage.put({ put: 'linkAttempt', row: { personId: bram.id, why: 'unknown' } });
    };
    await stage.put({ put: 'person', row: bram });
    await refusedAt(new Date(monday10.getTime() - 30 * day - 1));
    await refusedAt(new Date(monday10.getTime() - 30 * day));
    stage.now = monday10;
    expect(await stage.read.allLinkAttempts(new Date(0))).toBe(2);
    await stage.run(tidyRefusedCodes, {});
    expect(await stage.read.allLinkAttempts(new Date(0))).toBe(1);
  });

  describe('a message to a channel that could not be delivered', () => {
    const clb = organisation();
    const here = channel({ organisationId: clb.id, linkedBy: person().id, version: 0 });
    /** The message says where it goes: to the channel itself, or to whom it belongs. */
    const fails = async (to: { channel: typeof here.id } | { organisation: typeof clb.id }): Promise<string> => {
      const bram = person({ id: here.linkedBy });
      await stage.put({ put: 'person', row: bram });
      await stage.put({ put: 'organisation', row: { ...clb, version: 0 } }, { put: 'channel', row: here });
      const { kysely } = stage.database;
      const notice = { key: 'linked', ...linkingCards.linked.with({ channelId: here.id }), to };
      await kysely.transaction().execute((trx) => storeNotices(trx, [notice], monday10));
      const { id } = await kysely
        .updateTable('message')
        .set({ state: 'undeliverable', reason: 'forbidden', failedAt: monday10 })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    };
    const unlinked = () => stage.put({ put: 'channel', row: { ...here, version: 1, state: 'unlinked' } });

    test('is told as long as the channel is linked, and no more once somebody unlinked it', async () => {
      const id = await fails({ channel: here.id });
      expect([await stage.read.undeliveredMessage(id), await stage.read.countUndelivered()]).toMatchObject([{ id }, 1]);
      await unlinked();
      expect(await stage.read.undeliveredMessage(id)).toBeNull();
      expect([await stage.read.undelivered(), await stage.read.countUndelivered()]).toEqual([[], 0]);
    });

    test('is told all the same when it is for the organisation: it waits for another channel', async () => {
      const id = await fails({ organisation: clb.id });
      await unlinked();
      expect(await stage.read.undeliveredMessage(id)).toMatchObject({ id, organisationId: clb.id });
    });
  });
});
