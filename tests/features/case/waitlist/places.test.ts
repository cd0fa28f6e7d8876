import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isRefusal, type Refusal } from '../../../../src/contracts/outcome.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { chooseFromWaitlist } from '../../../../src/features/case/waitlist/choose-from-waitlist.js';
import { confirmPlace } from '../../../../src/features/case/waitlist/confirm-place.js';
import { freePlace } from '../../../../src/features/case/waitlist/free-place.js';
import { moveStart } from '../../../../src/features/case/waitlist/move-start.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, atClb, atDesk, atProvider, daysAgo, farm, jan, naft, stranger, uuid } from '../referral/world.js';

const on = onStage();
const list = { show: 'service-waitlist', with: { serviceId: naft.id } };
const freed = { key: 'place-freed' };
const waiting = async (...numbers: number[]): Promise<void> => {
  for (const number of numbers) await on.world.refers(number, { state: 'waitlisted', days: 60 - number });
};
const press = async (action: Pick<Action, 'slug'>, data: object, by: Actor = atProvider()) =>
  on.stage.press(action, { ...data }, { by });
const reply = async (...given: Parameters<typeof press>) => allowed(await press(...given)).reply;
const refused = async (...given: Parameters<typeof press>): Promise<Refusal> => {
  const result = await press(...given);
  if (!isRefusal(result)) throw new Error('was not refused');
  return result;
};
const last = async (number: number) =>
  (await on.stage.read.caseOf((await on.world.referral(number)).id))!.history.at(-1)!;

describe('free-place: given two who wait', () => {
  test('the first in order is called in one press; pressed twice it is once', async () => {
    await waiting(31, 35);
    const first = { referralId: uuid('31'), from: 'list' };
    expect(await reply(freePlace, first)).toEqual({ ...list, note: freed });
    await reply(freePlace, first);
    expect((await on.world.history(31)).filter((name) => name === 'place-freed')).toHaveLength(1);
    expect(await last(31)).toMatchObject({ name: 'place-freed', data: { reason: null } });
    expect(await on.world.told()).toEqual(['referral-update place-freed']);
  });

  test('another is asked a reason, and asked again when it was left out; the reason is kept', async () => {
    await waiting(31, 35);
    const second = { referralId: uuid('35') };
    expect(await reply(freePlace, second)).toMatchObject({ form: 'free-place', with: { from: null } });
    expect(await reply(freePlace, { ...second, asked: 'yes' })).toMatchObject({ errors: { reason: 'reason-missing' } });
    expect((await on.world.referral(35)).state).toBe('waitlisted');
    expect(await reply(freePlace, { ...second, asked: 'yes', reason: 'age-fit' })).toMatchObject({
      show: 'referral-offer',
      note: freed,
    });
    expect((await last(35)).data).toEqual({ reason: 'age-fit' });
  });

  test('the first that was called already is passed over', async () => {
    await waiting(31, 35);
    await reply(freePlace, { referralId: uuid('31') });
    await reply(freePlace, { referralId: uuid('35') });
    expect(await last(35)).toMatchObject({ name: 'place-freed', data: { reason: null } });
  });

  test('only its provider and the desk; a press that comes too late hears who was first', async () => {
    await waiting(31);
    expect(await refused(freePlace, { referralId: uuid('31') }, atClb())).toEqual({ refused: 'only-provider' });
    await on.world.happened(31, 'withdrawn', { reason: 'solved' }, { side: 'clb', person: jan });
    expect(await refused(freePlace, { referralId: uuid('31') })).toMatchObject({ values: { name: 'Jan Maes' } });
    expect(await refused(freePlace, { referralId: uuid('9') })).toEqual({ refused: 'not-found' });
  });
});

describe('choose-from-waitlist', () => {
  const chosen = (number: number) => ({ serviceId: naft.id, chosen: uuid(String(number)), reason: 'age-fit' });

  test('offers who waits behind the first, in order; many are folded, and how many more there are is said', async () => {
    await waiting(31, 35, 42);
    const form = await on.stage.form(chooseFromWaitlist, { serviceId: naft.id }, { by: atProvider() });
    expect(form).toMatchObject({ style: 'expanded', more: null });
    expect((form['choices'] as { value: string }[]).map(({ value }) => value)).toEqual([uuid('35'), uuid('42')]);
    for (let number = 100; number < 170; number++) await on.world.refers(number, { state: 'waitlisted', days: 1 });
    const many = await on.stage.form(chooseFromWaitlist, { serviceId: naft.id }, { by: atProvider() });
    expect(many).toMatchObject({ style: 'compact', more: expect.stringContaining('Nog 12 aanmeldingen') });
  }, 60_000);

  test('frees the place of the one chosen, with the reason; the same again changes nothing', async () => {
    await waiting(31, 35, 42);
    for (const _press of [1, 2]) expect(await reply(chooseFromWaitlist, chosen(42))).toMatchObject(list);
    expect((await on.world.history(42)).filter((name) => name === 'place-freed')).toHaveLength(1);
    expect((await last(42)).data).toEqual({ reason: 'age-fit' });
  });

  test('the first of the list is no choice out of order', async () => {
    await waiting(31, 35);
    await reply(chooseFromWaitlist, chosen(31));
    expect((await last(31)).data).toEqual({ reason: null });
  });

  test('one who waits no more, or elsewhere, is asked again with what was filled in', async () => {
    await waiting(31, 35);
    await on.world.refers(42, { state: 'waitlisted', facts: { serviceId: farm.id, providerId: farm.organisationId } });
    await on.world.refers(43, { state: 'withdrawn' });
    for (const number of [42, 43, 99])
      expect(await reply(chooseFromWaitlist, chosen(number))).toEqual({
        form: 'choose-from-waitlist',
        with: chosen(number),
        errors: { chosen: 'not-waiting' },
      });
  });

  test('is for the provider of the service and the desk; nobody to choose from shows the list', async () => {
    await waiting(31);
    expect(await refused(chooseFromWaitlist, chosen(31), atClb())).toEqual({ refused: 'only-provider' });
    expect(await refused(chooseFromWaitlist, chosen(99))).toMatchObject({
      refused: 'outdated',
      show: { view: list.show },
    });
  });
});

describe('confirm-place', () => {
  const id = { referralId: uuid('42') };
  const post = { show: 'referral-post', with: id };
  const trailId = uuid<TrailId>('700');

  test('takes the place in one press when nothing else runs; the provider is told once', async () => {
    await on.world.refers(42, { state: 'place-free' });
    for (const _press of [1, 2]) expect(await reply(confirmPlace, id, atClb())).toEqual(post);
    expect(await on.world.referral(42)).toMatchObject({ state: 'placed', undo: null });
    expect(await on.world.told()).toEqual(['offer-update place-confirmed']);
  });

  test('by the desk is told to the CLB too', async () => {
    await on.world.refers(42, { state: 'place-free' });
    await reply(confirmPlace, id, atDesk());
    expect(await on.world.told()).toEqual(['referral-update place-confirmed', 'offer-update place-confirmed']);
  });

  describe('while another referral of the pupil runs', () => {
    const two = async (): Promise<void> => {
      await on.world.refers(31, { state: 'no-match', days: 30, facts: { trailId } });
      await on.world.refers(42, { state: 'place-free', days: 20, facts: { trailId } });
      await on.world.refers(50, {
        state: 'waitlisted',
        facts: { trailId, serviceId: farm.id, providerId: farm.organisationId, firstRegisteredAt: daysAgo(20) },
      });
    };

    test('asks what happens with that one, by name, and assumes nothing', async () => {
      await two();
      expect(await reply(confirmPlace, id, atClb())).toMatchObject({ form: 'confirm-place' });
      expect(await reply(confirmPlace, { ...id, asked: 'yes', others: '' }, atClb())).toMatchObject({
        errors: { others: 'others-missing' },
      });
      expect((await on.world.referral(42)).state).toBe('place-free');
      const form = await on.stage.form(confirmPlace, id, { by: atClb() });
      expect(form['running']).toEqual([
        { line: 'Er loopt nog 2026-0050 bij Zorgboerderij Voorbeeld (op wachtlijst).' },
      ]);
    });

    test('withdraws it when so chosen, by an event of its own, and its provider hears why', async () => {
      await two();
      expect(await reply(confirmPlace, { ...id, asked: 'yes', others: 'withdraw' }, atClb())).toEqual(post);
      expect(await on.world.referral(42)).toMatchObject({ state: 'placed' });
      expect(await on.world.referral(50)).toMatchObject({ state: 'withdrawn', withdrawReason: 'elsewhere' });
      expect(await last(50)).toMatchObject({ name: 'withdrawn', data: { reason: 'elsewhere' } });
      expect(await on.world.told()).toEqual(['offer-update place-confirmed', 'offer-update withdrawn']);
    });

    test('leaves it when so chosen', async () => {
      await two();
      await reply(confirmPlace, { ...id, asked: 'yes', others: 'keep' }, atClb());
      expect(await on.world.referral(42)).toMatchObject({ state: 'placed' });
      expect(await on.world.referral(50)).toMatchObject({ state: 'waitlisted' });
    });
  });

  test('is for the CLB that referred; a place taken back shows who was first, one given at once is nothing to confirm', async () => {
    const free = await on.world.refers(42, { state: 'place-free' });
    for (const by of [stranger(), atProvider()])
      expect(await refused(confirmPlace, id, by)).toEqual({ refused: 'only-referrer' });
    await on.world.happened(42, 'answer-undone', { answer: free.state, back: free.undo!.back });
    expect(await refused(confirmPlace, id, atClb())).toMatchObject({
      refused: 'somebody-first',
      values: { name: 'Bert Claes', state: 'Op wachtlijst' },
    });
    await on.world.refers(43, { state: 'placed' });
    expect(isRefusal(await press(confirmPlace, { referralId: uuid('43') }, atClb()))).toBe(true);
  });
});

describe('move-start', () => {
  const id = { referralId: uuid('42') };

  test('tells the referrer the new day; the same day again is nothing new, and it may become unknown', async () => {
    await on.world.refers(42, { state: 'waitlisted' });
    const moved = { show: 'referral-offer', with: id, note: { key: 'start-moved' } };
    expect(await reply(moveStart, { ...id, expectedStartOn: '2027-02-22' })).toEqual(moved);
    expect(await reply(moveStart, { ...id, expectedStartOn: '22/02/2027' })).toEqual({ show: moved.show, with: id });
    expect(await reply(moveStart, { ...id, expectedStartOn: '' })).toEqual(moved);
    expect(await on.world.told()).toEqual(['referral-update start-moved', 'referral-update start-moved']);
    expect((await last(42)).data).toEqual({ from: '2027-02-22', to: null });
  });

  test('a day that has passed is said at its field', async () => {
    await on.world.refers(42, { state: 'waitlisted' });
    expect(await reply(moveStart, { ...id, expectedStartOn: '2026-11-15' })).toMatchObject({
      form: 'move-start',
      with: { expectedStartOn: '2026-11-15' },
      errors: { expectedStartOn: 'date-passed' },
    });
    expect(moveStart.fields.safeParse({ expectedStartOn: 'later' }).error?.issues[0]?.message).toBe('date-wrong');
  });

  test('is the provider’s, of who waits', async () => {
    await on.world.refers(42, { state: 'waitlisted' });
    expect(await refused(moveStart, id, atClb())).toEqual({ refused: 'only-provider' });
    await on.world.refers(43, { state: 'contacted' });
    expect(isRefusal(await press(moveStart, { referralId: uuid('43') }))).toBe(true);
  });
});
