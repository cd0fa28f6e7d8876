import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { livingPosts } from '../../../../src/contracts/notices.js';
import type { Undo } from '../../../../src/domain/case/referral.js';
import { undoAnswer } from '../../../../src/features/case/dispatch/undo-answer.js';
import { monday10 } from '../../../support/given.js';
import { press, pressed, saved, savedReferrals, told } from './press.js';
import { an, atDesk, atProvider, bert, group, happened, naft, sent, stranger, uuid } from './world.js';

const action = undoAnswer as Action;
const id = { referralId: sent().id };
const data = { ...id, group };
const show = { view: 'referral-offer', with: id };
const undo = (state: Undo['state'], over: Partial<Undo> = {}): Undo => ({
  state,
  until: new Date(monday10.getTime() + 900_000).toISOString(),
  side: 'provider',
  group,
  ...over,
});
const answered = { answeredAt: monday10, answeredBy: bert.id, contactedBy: bert.id };

describe('undo-answer: given an answer of less than fifteen minutes ago', () => {
  test('contacted goes back to delivered and the clock runs again (R9)', async () => {
    const referral = sent({ ...answered, state: 'contacted', undo: undo('delivered') });
    const outcome = await pressed(action, atProvider(an), { referrals: [referral] }, data);
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'delivered', contactedBy: null, undo: null });
    expect(outcome.dues).toEqual([
      {
        key: `referral:${referral.id}:remind`,
        job: 'remind-contact',
        subject: { ...id, stage: 'provider' },
        at: referral.contactBy,
      },
    ]);
    expect(outcome.happened?.[0]).toMatchObject({
      name: 'answer-undone',
      data: { group, answer: 'contacted', state: 'delivered' },
    });
    expect(told(outcome)).toEqual(['answer-undone']);
    expect(outcome.refresh).toEqual(livingPosts(referral));
  });

  test('no match takes its note out of the file again', async () => {
    const referral = sent({ ...answered, state: 'no-match', noMatchReason: 'age', undo: undo('contacted') });
    const caseFile = {
      referralId: referral.id,
      trailId: referral.trailId,
      typed: { pupilName: 'Noor', birthDate: '2012-09-03', noMatchNote: 'Te jong.' },
    };
    const outcome = await pressed(action, atProvider(), { referrals: [referral], caseFile }, data);
    expect(saved(outcome)[1]).toMatchObject({ row: { typed: { pupilName: 'Noor', birthDate: '2012-09-03' } } });
    expect(JSON.stringify(outcome)).not.toContain('Te jong');
    expect(outcome.dues).toEqual([]);
  });

  test('leaving the list, whoever stands behind is shown anew', async () => {
    const referral = sent({ ...answered, state: 'waitlisted', undo: undo('contacted') });
    const behind = sent({ id: uuid('31'), state: 'waitlisted', firstRegisteredAt: new Date('2026-12-01') });
    const outcome = await pressed(action, atProvider(), { referrals: [referral, behind] }, data);
    expect(outcome.refresh).toEqual(expect.arrayContaining(livingPosts(behind)));
  });

  test('the desk takes back what the provider said, which both read', async () => {
    const referral = sent({ ...answered, state: 'placed', undo: undo('contacted') });
    const outcome = await pressed(action, atDesk(), { referrals: [referral] }, { ...data, why: 'overdue' });
    expect(told(outcome)).toEqual(['answer-undone', 'answer-undone']);
    expect(outcome.reply).toEqual({ show: 'desk-referral', with: { ...id, why: 'overdue' } });
  });
});

describe('undo-answer: given a service that was said to be full', () => {
  const full = sent({ ...answered, state: 'full', undo: undo('delivered', { fullUntil: null }) });
  const early = sent({
    id: uuid('32'),
    state: 'full',
    deliveredAt: null,
    deliverAt: new Date('2026-11-17T08:00:00Z'),
    undo: undo('registered', { fullUntil: null }),
  });
  const waiting = sent({ id: uuid('33'), state: 'waitlisted' });
  const world = { referrals: [full, early, waiting], services: [{ ...naft, fullUntil: '2027-08-31' }] };

  test('all that became full together comes back together, and the service is as it was', async () => {
    const outcome = await pressed(action, atProvider(), world, data);
    expect(savedReferrals(outcome).map(({ state }) => state)).toEqual(['delivered', 'registered']);
    expect(saved(outcome)).toContainEqual({ put: 'service', row: { ...naft, fullUntil: null } });
    expect(outcome.settled).toEqual([`service:${naft.id}:open-again`]);
    expect(told(outcome)).toEqual(['answer-undone', 'answer-undone', 'service-not-full']);
  });

  test('what had not been delivered yet is delivered after all (R4)', async () => {
    const outcome = await pressed(action, atProvider(), world, data);
    expect(outcome.dues).toContainEqual({
      key: `referral:${early.id}:deliver`,
      job: 'deliver-referral',
      subject: { referralId: early.id },
      at: new Date('2026-11-17T08:00:00Z'),
    });
  });

  test('was it full before until an earlier day, then that day counts again', async () => {
    const longer = sent({ ...answered, state: 'full', undo: undo('delivered', { fullUntil: '2026-12-24' }) });
    const outcome = await pressed(action, atProvider(), { referrals: [longer] }, data);
    expect(saved(outcome)).toContainEqual({ put: 'service', row: { ...naft, fullUntil: '2026-12-24' } });
    expect(outcome.dues?.at(-1)).toMatchObject({ job: 'ask-open-again', at: new Date('2026-12-25T08:00:00Z') });
  });
});

describe('undo-answer: what is not possible', () => {
  test('after fifteen minutes, or when the CLB has acted', async () => {
    const late = sent({ ...answered, state: 'placed', undo: undo('contacted', { until: new Date(0).toISOString() }) });
    expect(await press(action, atProvider(), { referrals: [late] }, data)).toEqual({ refused: 'undo-too-late', show });
    const kept = sent({ ...answered, state: 'waitlisted', undo: null });
    expect(await press(action, atProvider(), { referrals: [kept] }, data)).toEqual({ refused: 'undo-too-late', show });
  });

  test('for another provider', async () => {
    const referral = sent({ ...answered, state: 'placed', undo: undo('contacted') });
    expect(await press(action, stranger(), { referrals: [referral] }, data)).toEqual({ refused: 'only-provider' });
  });

  test('the same press again shows the present state; an old card never takes back a later answer', async () => {
    const undone = { referrals: [sent()], history: [happened('answer-undone', { data: { group } })] };
    expect(await press(action, atProvider(bert), undone, data)).toEqual({
      reply: { show: 'referral-offer', with: id },
    });
    const later = sent({ ...answered, state: 'placed', undo: undo('delivered', { group: uuid('98') }) });
    expect(await press(action, atProvider(an), { referrals: [later] }, data)).toEqual({ refused: 'outdated', show });
  });
});
