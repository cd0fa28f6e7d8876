import { describe, expect, test } from '@jest/globals';
import type { Action, Job } from '../../../../src/contracts/action.js';
import { waitlistPost } from '../../../../src/contracts/jobs.js';
import { askOpenAgain } from '../../../../src/features/case/dispatch/ask-open-again.job.js';
import { extendFull } from '../../../../src/features/case/dispatch/extend-full.js';
import { openAgain } from '../../../../src/features/case/dispatch/open-again.js';
import { reopenService } from '../../../../src/features/case/dispatch/reopen-service.js';
import { viewContext } from '../../../support/given.js';
import { fallDue, fieldErrors, press, pressed, saved, savedReferrals } from './press.js';
import { atDesk, atProvider, naft, provider, readOf, sent, stranger } from './world.js';

const asked = '2026-11-15';
const full = { ...naft, fullUntil: asked };
const data = { serviceId: naft.id, asked };
const post = `service:${naft.id}:open-again:${asked}`;
const reply = { show: 'open-again', with: data };

describe('ask-open-again: on the day after the last full day (R12)', () => {
  const job = askOpenAgain as Job;

  test('the provider is asked, once for that day', async () => {
    const outcome = await fallDue(job, { serviceId: naft.id }, { services: [full] });
    expect(outcome?.notices).toEqual([
      { key: post, view: 'open-again', params: data, to: { organisation: provider.id } },
    ]);
  });

  test.each([
    ['open again meanwhile', { fullUntil: null }],
    ['full for longer', { fullUntil: '2026-12-24' }],
    ['no longer offered', { active: false }],
  ])('%s: nothing is asked', async (_name, over) => {
    expect(await fallDue(job, { serviceId: naft.id }, { services: [{ ...full, ...over }] })).toEqual({});
  });

  test('a service that is gone: nothing', async () => {
    expect(await fallDue(job, { serviceId: naft.id }, { services: [] })).toBeNull();
  });
});

describe('reopen-service: given the question', () => {
  const action = reopenService as Action;

  test('when the provider says yes, it is open to everybody and the question shows it', async () => {
    expect(await pressed(action, atProvider(), { services: [full] }, data)).toEqual({
      changes: [{ put: 'service', row: { ...full, fullUntil: null } }],
      refresh: [post, waitlistPost(naft.id)],
      settled: [`service:${naft.id}:open-again`],
      reply,
    });
  });

  test('answered already: the present state', async () => {
    expect(await press(action, atDesk(), { services: [naft] }, data)).toEqual({ reply });
  });

  test('nobody else may, and only what exists', async () => {
    expect(await press(action, stranger(), { services: [full] }, data)).toEqual({ refused: 'only-provider' });
    expect(await press(action, atProvider(), { services: [] }, data)).toEqual({ refused: 'not-found' });
  });
});

describe('extend-full: given the question', () => {
  const action = extendFull as Action;
  const world = { services: [full], referrals: [sent()] };

  test('when it is still full, open referrals get the choice and it is asked again later', async () => {
    const outcome = await pressed(action, atProvider(), world, { ...data, until: '2026-12-24' });
    expect(saved(outcome)[0]).toEqual({ put: 'service', row: { ...full, fullUntil: '2026-12-24' } });
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'full', undo: { fullUntil: asked, side: 'provider' } });
    expect(outcome.refresh).toEqual(expect.arrayContaining([post, waitlistPost(naft.id)]));
    expect(outcome.dues?.[0]?.at).toEqual(new Date('2026-12-25T08:00:00Z'));
    expect(outcome.reply).toEqual(reply);
  });

  test('the desk may say it in the provider’s name', async () => {
    const outcome = await pressed(action, atDesk(), world, { ...data, until: '2026-12-24' });
    expect(outcome.happened?.[0]?.data).toMatchObject({ by: 'desk' });
  });

  test('a day in the past comes back under its field', async () => {
    const typed = { ...data, until: '2026-11-01' };
    expect(await press(action, atProvider(), world, typed)).toEqual({
      reply: { form: 'extend-full', with: typed, errors: { until: 'date-passed' } },
    });
    expect(fieldErrors(action, { until: '' })).toEqual(['date-missing']);
  });

  test('answered already: the present state; gone: not found', async () => {
    expect(await press(action, atProvider(), { services: [naft] }, { ...data, until: '2026-12-24' })).toEqual({
      reply,
    });
    expect(await press(action, atProvider(), { services: [] }, { ...data, until: '2026-12-24' })).toEqual({
      refused: 'not-found',
    });
    expect(await press(action, stranger(), world, { ...data, until: '2026-12-24' })).toEqual({
      refused: 'only-provider',
    });
  });
});

describe('open-again', () => {
  test('says which service in the toast, and nothing when it is gone', async () => {
    const context = viewContext();
    const facts = await openAgain.load(readOf({ services: [full] }), data, context);
    expect(facts && openAgain.summary(facts, context)).toBe('NAFT Vlaams-Brabant Oost: weer open?');
    expect(await openAgain.load(readOf({ services: [] }), data, context)).toBeNull();
    expect(facts && openAgain.may?.(facts, stranger())).toEqual({ refused: 'only-provider' });
    expect(facts && openAgain.may?.(facts, atProvider())).toBeNull();
  });
});
