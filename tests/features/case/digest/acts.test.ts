import { describe, expect, test } from '@jest/globals';
import { checkInReferral } from '../../../../src/features/case/check-in/check-in-referral.job.js';
import { digestCard } from '../../../../src/features/case/digest/digest-card.js';
import { sendDigest } from '../../../../src/features/case/digest/send-digest.job.js';
import { reconcileCases } from '../../../../src/features/case/reconcile/reconcile-cases.job.js';
import { workerDetails } from '../../../support/given.js';
import { onStage } from '../referral/on-stage.js';
import { fits, inquiryId } from '../inquiry/world.js';
import { alone, an, clb, jan, naft, uuid } from '../referral/world.js';
import { at as when, busy, kept } from './world.js';

const at = onStage();
const messages = () =>
  at.stage.database.kysely
    .selectFrom('message')
    .select(['view', 'state', 'gatheredIn'])
    .where('personId', '=', an.id)
    .orderBy('seq')
    .execute();
const due = async (): Promise<Date[]> =>
  (await at.stage.database.kysely.selectFrom('due').select(['key', 'at']).execute())
    .filter(({ key }) => key.startsWith('digest:'))
    .map((one) => one.at);

describe('who chose an hour', () => {
  test('gets one card at that hour, not each message by itself', async () => {
    await kept(at.world);
    expect((await messages()).map(({ state }) => state)).toEqual(['held', 'held']);
    expect(await due()).toEqual([new Date('2026-11-16T15:00:00Z')]);
    await at.stage.run(sendDigest, { personId: an.id });
    expect(await messages()).toEqual([
      { view: 'match-found', state: 'held', gatheredIn: `digest:${an.id}:${when}` },
      { view: 'check-in', state: 'held', gatheredIn: `digest:${an.id}:${when}` },
      { view: 'digest-card', state: 'due', gatheredIn: null },
    ]);
    await at.stage.run(sendDigest, { personId: an.id });
    expect(await messages()).toHaveLength(3);
  });

  test('whose moment was lost gets it back by night', async () => {
    await kept(at.world);
    const night = async () => {
      await at.stage.run(reconcileCases, { asked: true });
      const { kysely } = at.stage.database;
      const [report] = await kysely
        .selectFrom('due')
        .select('subject')
        .where('job', '=', 'report-reconciled')
        .execute();
      return (report!.subject as { found: { clocksMade: number } }).found.clocksMade;
    };
    await night();
    await at.stage.database.kysely.deleteFrom('due').where('key', 'like', 'digest:%').execute();
    expect(await night()).toBe(1);
    expect(await due()).toEqual([new Date('2026-11-16T15:00:00Z')]);
  });

  test('reads questions before referring that were answered among what is to be decided', async () => {
    await at.stage.put({ put: 'membership', row: { personId: an.id, channelId: uuid(`e${clb.id.slice(-2)}`) } });
    await fits(at.world);
    expect(await at.stage.see(digestCard, { personId: an.id, at: when }, alone())).toMatchObject({
      groups: [{ style: 'warning', rows: [{ data: { view: 'inquiry', inquiryId, side: 'clb' } }] }, { rows: [] }],
    });
  });

  test('gets a single message as it is', async () => {
    await at.stage.put({ put: 'worker', row: workerDetails({ personId: an.id, reach: '12:00' }) });
    await at.world.refers(31, { state: 'waitlisted', days: 63 });
    await at.stage.run(checkInReferral, { referralId: (await at.world.referral(31)).id });
    await at.stage.run(sendDigest, { personId: an.id });
    expect(await messages()).toMatchObject([{ view: 'check-in', state: 'due' }]);
  });

  test('reads what is late first, then what is to decide, then the messages; each opens its card, and nobody else’s', async () => {
    await busy(at.world);
    const seen = await at.stage.see(digestCard, { personId: an.id, at: when }, alone());
    expect(seen).toMatchObject({
      groups: [
        { style: 'attention', rows: [{ data: { view: 'referral-post' } }] },
        { style: 'warning', rows: [{ data: { view: 'referral-post' } }, { data: { view: 'referral-post' } }] },
        { rows: [{ data: { view: 'match-found', serviceId: naft.id } }, { data: { view: 'check-in' } }] },
      ],
    });
    expect(JSON.stringify(seen)).toContain('N.V. 4B');
    const facts = await digestCard.load(at.stage.read, { personId: an.id, at: when }, {
      actor: null,
      now: at.stage.now,
    } as never);
    expect(digestCard.may!(facts!, alone(jan))).toEqual({ refused: 'not-yours' });
  });
});

test('who wants at once only what is on his or her name, gets that at once', async () => {
  await at.stage.put({ put: 'worker', row: workerDetails({ personId: an.id, reach: 'only-mine' }) });
  await at.world.refers(31, { state: 'waitlisted', days: 63 });
  await at.stage.run(checkInReferral, { referralId: (await at.world.referral(31)).id });
  expect(await messages()).toMatchObject([{ view: 'check-in', state: 'due' }]);
  expect(await due()).toEqual([]);
});
