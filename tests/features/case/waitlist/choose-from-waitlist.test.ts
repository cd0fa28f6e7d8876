import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { chooseFromWaitlist } from '../../../../src/features/case/waitlist/choose-from-waitlist.js';
import { done, openForm, press, refused } from '../referral/act.js';
import { atClb, atProvider, bert, farm, naft, uuid, waiting } from '../referral/world.js';
import { savedReferral } from './outcomes.js';

const action = chooseFromWaitlist as Action;
const first = waiting(31, 41);
const second = waiting(35, 34, { urgency: 'urgent' });
const third = waiting(42, 9);
const world = { referrals: [third, first, second] };
const filled = (over: object = {}) => ({ serviceId: naft.id, chosen: third.id, reason: 'age-fit', ...over });
const show = { view: 'service-waitlist', with: { serviceId: naft.id } };

describe('given three who wait', () => {
  test('when the form is opened, then it offers who waits behind the first, in order, without names', async () => {
    const form = (await openForm(action, { world, by: atProvider(), data: { serviceId: naft.id } })) as {
      choices: { title: string; value: string }[];
      style: string;
    };
    expect(form.choices.map(({ value }) => value)).toEqual([second.id, third.id]);
    expect(form.choices[0]?.title).toBe('2026-0035 · 14–15\u00a0j. · sinds 13 okt. · dringend');
    expect(form.style).toBe('expanded');
  });

  test('when many wait, then the list is folded and nobody is left out', async () => {
    const many = { referrals: Array.from({ length: 60 }, (_none, index) => waiting(index + 1, 90 - index)) };
    const form = (await openForm(action, { world: many, by: atProvider(), data: { serviceId: naft.id } })) as {
      choices: unknown[];
      style: string;
    };
    expect(form.choices).toHaveLength(59);
    expect(form.style).toBe('compact');
  });

  test('when somebody is chosen with a reason, then that place is free and the reason is kept (R11)', async () => {
    const outcome = await done(action, { world, by: atProvider(), data: filled() });
    expect(savedReferral(outcome)).toMatchObject({ id: third.id, state: 'place-free' });
    expect(outcome.happened).toEqual([{ referralId: third.id, name: 'place-freed', data: { reason: 'age-fit' } }]);
    expect(outcome.reply).toMatchObject({ show: show.view, with: show.with });
  });

  test('when the one chosen has become the first meanwhile, then it was no choice out of order', async () => {
    const referrals = [{ ...first, state: 'withdrawn' as const }, second, third];
    const outcome = await done(action, { world: { referrals }, by: atProvider(), data: filled({ chosen: second.id }) });
    expect(outcome.happened?.[0]?.data).toEqual({});
  });

  test('when something is missing, then it is said at its field', async () => {
    expect(await press(action, { world, by: atProvider(), data: { serviceId: naft.id } })).toEqual({
      errors: { chosen: 'chosen-missing', reason: 'reason-missing' },
    });
  });

  test('when the one chosen waits no more, or elsewhere, then it is asked again with what was filled in', async () => {
    const elsewhere = { ...third, serviceId: farm.id };
    for (const referrals of [
      [first, second, elsewhere],
      [first, second, { ...third, state: 'withdrawn' as const }],
      [first, second],
    ]) {
      const outcome = await done(action, { world: { referrals }, by: atProvider(), data: filled() });
      expect(outcome.reply).toEqual({
        form: 'choose-from-waitlist',
        with: { serviceId: naft.id, chosen: third.id, reason: 'age-fit' },
        errors: { chosen: 'not-waiting' },
      });
    }
  });

  test('when the same is sent again, also as the last one behind the first, then it changes nothing', async () => {
    const free = { ...third, state: 'place-free' as const, answeredBy: bert.id };
    for (const referrals of [
      [first, second, free],
      [first, free],
    ]) {
      const outcome = await done(action, { world: { referrals }, by: atProvider(), data: filled() });
      expect(outcome).toEqual({ reply: { show: show.view, with: show.with } });
    }
  });
});

describe('given a press that may not be', () => {
  test('then only the provider of the service and the desk choose', async () => {
    expect(await refused(action, { world, by: atClb(), data: filled() })).toEqual({ refused: 'only-provider' });
    const other = { ...filled(), serviceId: farm.id };
    expect(await refused(action, { world, by: atProvider(), data: other })).toEqual({ refused: 'only-provider' });
  });

  test('then nobody to choose from shows the present list', async () => {
    const data = filled({ chosen: uuid('99') });
    expect(await refused(action, { world: { referrals: [first] }, by: atProvider(), data })).toEqual({
      refused: 'outdated',
      show,
    });
  });

  test('then a service that does not exist is not found', async () => {
    expect(await refused(action, { world: { services: [] }, by: atProvider(), data: filled() })).toEqual({
      refused: 'not-found',
    });
  });
});
