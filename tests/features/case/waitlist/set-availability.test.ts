import { describe, expect, test } from '@jest/globals';
import type { Action, View } from '../../../../src/contracts/action.js';
import { clbPost, jobNames, waitlistPost } from '../../../../src/contracts/jobs.js';
import { serviceAvailability } from '../../../../src/features/case/waitlist/service-availability.js';
import { setAvailability } from '../../../../src/features/case/waitlist/set-availability.js';
import { done, fill, mayShow, openForm, press, refused } from '../referral/act.js';
import { atClb, atDesk, atProvider, farm, naft, sent, waiting } from '../referral/world.js';
import { savedService } from './outcomes.js';

const action = setAvailability as Action;
const by = atProvider();
const said = (kind: string, over: object = {}) => ({ serviceId: naft.id, kind, weeks: '', fullUntil: '', ...over });
const openAgain = `service:${naft.id}:open-again`;

describe('given a service that is full', () => {
  const full = { ...naft, waitWeeks: 5, fullUntil: '2026-12-31' };
  const world = { services: [full], referrals: [sent({ state: 'full' })] };

  test.each([
    ['place', {}, { waitWeeks: 0, fullUntil: null }],
    ['waitlist', { weeks: '7' }, { waitWeeks: 7, fullUntil: null }],
    ['unknown', {}, { waitWeeks: null, fullUntil: null }],
  ])('when it says %s, then every CLB sees that and nothing is asked any more', async (kind, over, expected) => {
    const outcome = await done(action, { world, by, data: said(kind, over) });
    expect(savedService(outcome)).toEqual({ ...full, ...expected });
    expect(outcome.settled).toEqual([openAgain]);
    expect(outcome.dues).toBeUndefined();
    expect(outcome.refresh).toEqual([waitlistPost(naft.id), `${openAgain}:2026-12-31`, clbPost(sent().id)]);
    expect(outcome.reply).toEqual({ show: 'service-availability', with: { serviceId: naft.id } });
  });
});

describe('given a provider with one service', () => {
  const world = { referrals: [waiting(31, 41)] };

  test('when it says full until a day, then it is asked on the day after, at nine (R12)', async () => {
    const outcome = await done(action, { world, by, data: said('full', { fullUntil: '2027-08-31' }) });
    expect(savedService(outcome)).toMatchObject({ fullUntil: '2027-08-31', waitWeeks: naft.waitWeeks });
    expect(outcome.dues).toEqual([
      {
        key: openAgain,
        job: jobNames.askOpenAgain,
        subject: { serviceId: naft.id },
        at: new Date('2027-09-01T07:00:00Z'),
      },
    ]);
    expect(outcome.settled).toBeUndefined();
    expect(outcome.refresh).toEqual([waitlistPost(naft.id)]);
  });

  test('when the form is opened, then it shows what every CLB sees now and proposes 31 August', async () => {
    const form = await openForm(action, { world, by });
    expect(form).toMatchObject({
      title: 'Beschikbaarheid NAFT Vlaams-Brabant Oost',
      present: 'Elk CLB ziet nu: wachtlijst, 1 aanmelding wacht',
      services: null,
      onlyId: naft.id,
      backId: naft.id,
      typed: { kind: 'unknown', weeks: null, fullUntil: '2027-08-31' },
    });
  });

  test.each([
    [{ waitWeeks: 0 }, { kind: 'place', weeks: null }],
    [{ waitWeeks: 5 }, { kind: 'waitlist', weeks: '5' }],
    [{ fullUntil: '2026-12-31' }, { kind: 'full', fullUntil: '2026-12-31' }],
  ])('when it said %j before, then that is filled in', async (over, typed) => {
    expect(await openForm(action, { world: { services: [{ ...naft, ...over }] }, by })).toMatchObject({ typed });
  });

  test('when something is wrong, then it is said at its field, and what was filled in stays', async () => {
    expect(await press(action, { world, by, data: said('', { weeks: 'vijf', fullUntil: 'later' }) })).toEqual({
      errors: { kind: 'kind-missing', weeks: 'weeks-wrong', fullUntil: 'date-unreadable' },
    });
    for (const weeks of ['0', '1,5', '105', '-1'])
      expect(await press(action, { world, by, data: said('waitlist', { weeks }) })).toEqual({
        errors: { weeks: 'weeks-wrong' },
      });
    const cases: [string, object, object][] = [
      ['waitlist', {}, { weeks: 'weeks-missing' }],
      ['full', {}, { fullUntil: 'date-missing' }],
      ['full', { fullUntil: '2026-11-15' }, { fullUntil: 'date-passed' }],
    ];
    for (const [kind, over, errors] of cases) {
      const outcome = await done(action, { world, by, data: said(kind, over) });
      expect(outcome.changes).toBeUndefined();
      expect(outcome.reply).toMatchObject({ form: 'set-availability', with: said(kind, over), errors });
    }
  });
});

describe('given the desk, with several services', () => {
  test('when the form is opened, then it asks which, or has the one it was opened for', async () => {
    const form = await openForm(action, { world: {}, by: atDesk() });
    expect(form).toMatchObject({ onlyId: null, backId: null, typed: { serviceId: null, kind: null } });
    expect((form as { services: unknown[] }).services).toEqual([
      { title: 'NAFT Vlaams-Brabant Oost · wachttijd niet bekend', value: naft.id },
      { title: 'Zorgboerderij Voorbeeld · wachtlijst, ± 5 weken', value: farm.id },
    ]);
    expect(await openForm(action, { world: {}, by: atDesk(), data: { serviceId: farm.id } })).toMatchObject({
      backId: farm.id,
      typed: { serviceId: farm.id, kind: 'waitlist', weeks: '5' },
    });
  });

  test('when it chose none, or one that is not there, then it is asked', async () => {
    expect(await press(action, { world: {}, by: atDesk(), data: said('place', { serviceId: undefined }) })).toEqual({
      errors: { serviceId: 'service-missing' },
    });
    const outcome = await done(action, { world: {}, by: atDesk(), data: said('place', { serviceId: 'gone' }) });
    expect(outcome.reply).toMatchObject({ form: 'set-availability', errors: { serviceId: 'service-missing' } });
  });
});

test('a CLB changes nothing, a provider only its own', async () => {
  expect(await refused(action, { world: {}, by: atClb(), data: said('place') })).toEqual({ refused: 'for-providers' });
  const outcome = await done(action, { world: {}, by, data: said('place', { serviceId: farm.id }) });
  expect(savedService(outcome)?.id).toBe(naft.id);
});

describe('service-availability', () => {
  const view = serviceAvailability as View;
  const params = { serviceId: naft.id };

  test('tells what every CLB sees', async () => {
    const seen = async (over: object, world: object = {}) =>
      (await fill(view, params, { services: [{ ...naft, ...over }], ...world })).data;
    expect((await seen({ waitWeeks: 0 }))['seen']).toBe('Elk CLB ziet nu: **plaats**.');
    expect(await seen({ waitWeeks: 0 }, { referrals: [waiting(31, 41)] })).toMatchObject({
      seen: 'Elk CLB ziet nu: **wachtlijst, 1 aanmelding wacht**.',
      why: 'Er staat nog iemand op de wachtlijst. Zolang dat zo is, ziet een CLB de wachtlijst.',
    });
    expect((await fill(view, params, {})).summary).toBe('Beschikbaarheid NAFT Vlaams-Brabant Oost');
  });

  test('is for its provider and the desk', async () => {
    expect(await mayShow(view, params, {}, by)).toBeNull();
    expect(await mayShow(view, params, {}, atDesk())).toBeNull();
    expect(await mayShow(view, params, {}, atClb())).toEqual({ refused: 'only-provider' });
  });
});
