import { describe, expect, test } from '@jest/globals';
import { keepOnWaitlist } from '../../../../src/features/case/referral/keep-on-waitlist.js';
import { chooseOtherProvider } from '../../../../src/features/case/referral/choose-other-provider.js';
import { matchCaseJob } from '../../../../src/features/case/matching/match-case.job.js';
import { matchFound } from '../../../../src/features/case/matching/match-found.js';
import { matchServiceJob } from '../../../../src/features/case/matching/match-service.job.js';
import { takeMatch } from '../../../../src/features/case/matching/take-match.js';
import { setAvailability } from '../../../../src/features/case/waitlist/set-availability.js';
import type { ServiceId } from '../../../../src/domain/ids.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, alone, an, atProvider, farm, jan, naft, stranger } from '../referral/world.js';
import { on, told, unhelped } from './world.js';

const at = onStage();
const looks = async (): Promise<void> => {
  await at.stage.run(matchServiceJob, { serviceId: naft.id, after: null });
  await at.stage.runDue([matchCaseJob]);
};
const matched = async (): Promise<number[]> => {
  const numbers = [31, 32, 33, 34, 35, 41, 42, 43, 44, 45, 46, 47, 48];
  const all = await Promise.all(numbers.map((number) => at.world.referral(number)));
  return numbers.filter((_number, index) => all[index]?.match !== null);
};
const cards = async (): Promise<string[]> => (await at.world.keys()).filter((key) => key.startsWith('match:'));

describe('a service with room', () => {
  test('is held against everybody who is helped nowhere yet; only those whom it fits, on one card for their worker', async () => {
    await unhelped(at.world);
    await looks();
    expect(await matched()).toEqual([31, 32, 33, 34, 35]);
    expect(await cards()).toEqual([`match:${an.id}:${naft.id}:${on}`]);
  });

  test('tells nobody twice within the weeks of the setting, and again after them', async () => {
    await unhelped(at.world);
    await looks();
    await looks();
    expect((await at.world.history(31)).filter((name) => name === 'match-found')).toHaveLength(1);
    const start = at.stage.now;
    at.stage.now = new Date(start.getTime() + 29 * 86_400_000);
    try {
      await looks();
      expect((await at.world.history(31)).filter((name) => name === 'match-found')).toHaveLength(2);
    } finally {
      at.stage.now = start;
    }
  });

  test('that is full tells nobody', async () => {
    await unhelped(at.world);
    await at.stage.put({
      put: 'service',
      row: { ...(await at.stage.read.service(naft.id))!, fullUntil: '2027-08-31' },
    });
    await looks();
    expect(await matched()).toEqual([]);
  });

  test('that gives no form of help that was wanted fits nobody who said so', async () => {
    await unhelped(at.world);
    const service = (await at.stage.read.service(naft.id))!;
    await at.stage.put({ put: 'service', row: { ...service, offeredForms: ['group', 'class'] } });
    await looks();
    expect(await matched()).toEqual([]);
    const now = (await at.stage.read.service(naft.id))!;
    await at.stage.put({ put: 'service', row: { ...now, offeredForms: ['group', 'individual'] } });
    await looks();
    expect(await matched()).toEqual([31, 32, 33, 34, 35]);
  });

  test('is looked at a quarter of an hour after its provider says that there is a place', async () => {
    await unhelped(at.world);
    const given = { serviceId: naft.id, kind: 'place' };
    const { dues } = allowed(await at.stage.press(setAvailability, given, { by: atProvider() }));
    expect(dues).toContainEqual(
      expect.objectContaining({ job: 'match-service', at: new Date(at.stage.now.getTime() + 900_000) }),
    );
  });
});

describe('the card of a worker', () => {
  const see = () => at.stage.see(matchFound, { personId: an.id, serviceId: naft.id, on }, alone());

  test('is of that worker alone, urgent first, with where each stands now', async () => {
    await told(at.world);
    expect(await see()).toMatchObject({
      rows: [
        { title: '2026-0032', verb: 'open-form' },
        { title: 'N.V. 4B', verb: 'open-form' },
        { title: '2026-0033', verb: 'keep-on-waitlist' },
        { title: '2026-0034', verb: 'take-match' },
        { title: '2026-0035', verb: 'open-form' },
      ],
    });
    const facts = await matchFound.load(at.stage.read, { personId: an.id, serviceId: naft.id, on }, {
      actor: null,
    } as never);
    expect(matchFound.may!(facts!, alone(jan))).toEqual({ refused: 'not-yours' });
  });

  test('a press refers on with that service chosen, and asks what happens with the first; the pupil keeps its first registration', async () => {
    await told(at.world);
    await at.world.withFile();
    const first = await at.world.referral(31);
    await at.stage.put({
      put: 'caseFile',
      row: { referralId: first.id, trailId: first.trailId, typed: {} },
      clbId: first.clbId,
      identity: null,
    });
    const subject = { referralId: first.id, round: first.round, serviceId: naft.id };
    expect(await at.stage.form(chooseOtherProvider, subject, { by: alone() })).toMatchObject({
      rows: [{ service: naft.id, kind: 'chosen' }, { service: 'desk' }],
    });
    allowed(await at.stage.press(chooseOtherProvider, { ...subject, first: 'keep' }, { by: alone() }));
    const [next] = await at.stage.read.referrals({ trailId: first.trailId, serviceId: naft.id });
    expect(next).toMatchObject({ firstRegisteredAt: first.firstRegisteredAt, state: 'registered' });
    expect(await at.world.referral(31)).toMatchObject({ state: 'waitlisted', match: null });
  });

  test('who was full there comes on its list in one press, in the place of the first registration', async () => {
    await told(at.world);
    const { id, round } = await at.world.referral(33);
    allowed(await at.stage.press(keepOnWaitlist, { referralId: id, round }, { by: alone() }));
    expect(await at.world.referral(33)).toMatchObject({ state: 'waitlisted', match: null });
    expect((await see())?.['rows']).toHaveLength(4);
  });

  test('what the desk held goes there in one press of the CLB, and nowhere else; the desk need not choose any more', async () => {
    await told(at.world);
    const { id, round } = await at.world.referral(34);
    const press = (serviceId: ServiceId, by = alone()) =>
      at.stage.press(takeMatch, { referralId: id, round, serviceId }, { by });
    expect(await press(naft.id, stranger())).toMatchObject({ refused: 'only-referrer' });
    allowed(await press(farm.id));
    expect(await at.world.referral(34)).toMatchObject({ state: 'held', serviceId: null });
    allowed(await press(naft.id));
    expect(await at.world.referral(34)).toMatchObject({ state: 'registered', serviceId: naft.id, match: null });
    expect((await see())?.['rows']).toHaveLength(4);
    expect(await press(naft.id)).not.toHaveProperty('refused');
  });

  test('a service that filled up meanwhile takes nobody from the desk', async () => {
    await told(at.world);
    const service = (await at.stage.read.service(naft.id))!;
    await at.stage.put({ put: 'service', row: { ...service, fullUntil: '2027-08-31' } });
    const { id, round } = await at.world.referral(34);
    const subject = { referralId: id, round, serviceId: naft.id };
    expect(await at.stage.press(takeMatch, subject, { by: alone() })).toMatchObject({ refused: 'service-full' });
  });

  test('on the post of who was refused, “Andere aanbieder” has that service chosen and the first withdrawn: two presses', async () => {
    await told(at.world);
    const { id, round, trailId, clbId } = await at.world.referral(32);
    await at.stage.put({ put: 'caseFile', row: { referralId: id, trailId, typed: {} }, clbId, identity: null });
    expect(await at.stage.form(chooseOtherProvider, { referralId: id, round }, { by: alone() })).toMatchObject({
      rows: [{ service: naft.id, kind: 'chosen' }, { service: 'desk' }],
      ways: [{ data: { serviceId: naft.id, first: 'withdraw' } }, { data: { first: 'keep' } }],
    });
  });
});
