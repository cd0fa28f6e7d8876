import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Refusal } from '../../../../src/contracts/outcome.js';
import type { Action } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isWaiting, openStates } from '../../../../src/domain/case/states.js';
import { keepOnWaitlist } from '../../../../src/features/case/referral/keep-on-waitlist.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import { onStage } from './on-stage.js';
import { allowed, an, atClb, atDesk, atProvider, jan, naft, stranger, uuid } from './world.js';

const on = onStage();
const id = { referralId: uuid('42') };
const shown = { show: 'referral-post', with: id };
const press = (action: Pick<Action, 'slug'>, by: Actor, data: object = {}) =>
  on.stage.press(action, { ...id, ...data }, { by });
const refused = async (...given: Parameters<typeof press>): Promise<Refusal> => {
  const result = await press(...given);
  if (!isRefusal(result)) throw new Error('was not refused');
  return result;
};

describe('keep-on-waitlist', () => {
  test('puts a proposed referral on the list and tells the provider, in one press; pressed twice it is once', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed' });
    for (const _ of [1, 2]) expect(allowed(await press(keepOnWaitlist, atClb())).reply).toEqual(shown);
    expect((await on.world.history(42)).filter((name) => name === 'kept')).toHaveLength(1);
    expect(await on.world.told()).toEqual(['offer-update kept']);
    expect(await on.world.keys()).toContain(`waitlist:${naft.id}`);
  });

  test('says honestly until when a full service is full', async () => {
    const service = (await on.stage.read.service(naft.id))!;
    await on.stage.put({ put: 'service', row: { ...service, fullUntil: '2027-08-31' } });
    await on.world.refers(42, { state: 'full' });
    const note = { key: 'kept-full', values: { until: 'di 31 aug. 2027' } };
    expect(allowed(await press(keepOnWaitlist, atClb())).reply).toEqual({ ...shown, note });
  });

  test('is told to the referrer when the desk did it in his or her name', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed' });
    allowed(await press(keepOnWaitlist, atDesk()));
    expect(await on.world.told()).toEqual(['referral-update kept', 'offer-update kept']);
  });

  test('is the referrer’s choice, not the provider’s or another CLB’s', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed' });
    for (const by of [atProvider(), stranger()])
      expect((await refused(keepOnWaitlist, by)).refused).toBe('only-referrer');
  });

  test('on an old card shows the present state, and who was first', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed' });
    await on.world.happened(42, 'withdrawn', { reason: 'solved' }, { side: 'clb', person: jan });
    expect(await refused(keepOnWaitlist, atClb())).toEqual({
      refused: 'somebody-first',
      values: { name: 'Jan Maes', state: 'Ingetrokken' },
      show: { view: 'referral-post', with: id },
    });
  });

  test('from a card of before an answer was taken back, is not taken', async () => {
    const before = await on.world.refers(42, { state: 'waitlist-proposed' });
    await on.world.happened(42, 'answer-undone', { answer: before.state, back: before.undo!.back });
    await on.world.happened(42, 'waitlist-proposed', { expectedStartOn: null });
    expect((await refused(keepOnWaitlist, atClb(), { round: '0' })).refused).toBe('somebody-first');
    allowed(await press(keepOnWaitlist, atClb(), { round: '1' }));
  });
});

describe('withdraw-referral', () => {
  const data = { reason: 'solved', sent: 'yes' };

  test('ends a referral in any open state; nothing runs for it any more but the time in which one of a list can come back', async () => {
    for (const [index, state] of openStates.entries()) {
      const referralId = uuid(String(100 + index));
      await on.world.refers(100 + index, { state });
      const result = await on.stage.press(withdrawReferral, { referralId, ...data }, { by: atClb() });
      expect(allowed(result).reply).toMatchObject({ show: 'referral-post', note: { key: 'withdrawn' } });
      expect(await on.world.referral(100 + index)).toMatchObject({ state: 'withdrawn', withdrawReason: 'solved' });
    }
    const clocks = await on.stage.database.kysely
      .selectFrom('due')
      .select('key')
      .where('key', 'like', 'referral:%')
      .execute();
    const onList = openStates.flatMap((state, index) =>
      isWaiting(state) ? [`referral:${uuid(String(100 + index))}:check-in`] : [],
    );
    expect(clocks.map(({ key }) => key).toSorted()).toEqual(onList.toSorted());
  });

  test('tells the provider why; before it has it, nobody', async () => {
    await on.world.refers(42, { state: 'registered' });
    allowed(await press(withdrawReferral, atClb(), data));
    expect(await on.world.told()).toEqual([]);
    await on.world.refers(43);
    allowed(await on.stage.press(withdrawReferral, { referralId: uuid('43'), ...data }, { by: atDesk() }));
    expect(await on.world.told()).toEqual(['referral-update withdrawn', 'offer-update withdrawn']);
  });

  test('closes the intake that was open again to change it', async () => {
    const { draftId } = await on.world.refers(42, { state: 'recalled' });
    const draft = (await on.stage.read.draft(draftId))!;
    await on.stage.put({ put: 'draft', row: { ...draft, state: 'open' } });
    allowed(await press(withdrawReferral, atClb(), data));
    expect(await on.stage.read.draft(draftId)).toMatchObject({ state: 'sent' });
  });

  test('sent twice is once; another’s comes too late; its form does not open any more', async () => {
    await on.world.refers(42);
    for (const _ of [1, 2]) allowed(await press(withdrawReferral, atClb(), data));
    expect((await on.world.history(42)).filter((name) => name === 'withdrawn')).toHaveLength(1);
    expect((await refused(withdrawReferral, atClb(jan), data)).values).toMatchObject({ name: an.name });
    expect((await refused(withdrawReferral, atClb(), { reason: 'solved' })).refused).toBe('outdated');
  });

  test('asks a reason from the list', () => {
    for (const reason of [undefined, '', 'no-idea'])
      expect(withdrawReferral.fields.safeParse({ reason }).error?.issues[0]?.message).toBe('reason-missing');
  });

  test('is for the referrer’s CLB; what does not exist is not found', async () => {
    await on.world.refers(42);
    for (const by of [atProvider(), stranger()])
      expect((await refused(withdrawReferral, by, data)).refused).toBe('only-referrer');
    expect(await refused(withdrawReferral, atClb(), { ...data, referralId: uuid('9') })).toEqual({
      refused: 'not-found',
    });
  });
});
