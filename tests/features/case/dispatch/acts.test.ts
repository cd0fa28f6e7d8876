import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isRefusal, type Refusal } from '../../../../src/contracts/outcome.js';
import { assignProvider } from '../../../../src/features/case/dispatch/assign-provider.js';
import { contactReminder } from '../../../../src/features/case/dispatch/contact-reminder.js';
import { correctAnswer } from '../../../../src/features/case/dispatch/correct-answer.js';
import { deliverNow } from '../../../../src/features/case/dispatch/deliver-now.js';
import { deskReferral } from '../../../../src/features/case/dispatch/desk-referral.js';
import { extendFull } from '../../../../src/features/case/dispatch/extend-full.js';
import { hearFull } from '../../../../src/features/case/dispatch/hear-full.job.js';
import { markFull } from '../../../../src/features/case/dispatch/mark-full.js';
import { notePhoned } from '../../../../src/features/case/dispatch/note-phoned.js';
import { offerPlace } from '../../../../src/features/case/dispatch/offer-place.js';
import { putOnWaitlist } from '../../../../src/features/case/dispatch/put-on-waitlist.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { reopenService } from '../../../../src/features/case/dispatch/reopen-service.js';
import { spreadFull } from '../../../../src/features/case/dispatch/spread-full.job.js';
import { undoAnswer } from '../../../../src/features/case/dispatch/undo-answer.js';
import { pressesOn, stripOn } from '../card-reading.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, atClb, atDesk, atProvider, daysAgo, naft, uuid } from '../referral/world.js';

const on = onStage();
const of = (number: number) => ({ referralId: uuid(String(number)) });
const press = async (action: Pick<Action, 'slug'>, data: object, by: Actor = atProvider()) =>
  on.stage.press(action, { ...data }, { by });
const reply = async (...given: Parameters<typeof press>) => allowed(await press(...given)).reply;
const refused = async (...given: Parameters<typeof press>): Promise<Refusal> => {
  const result = await press(...given);
  if (!isRefusal(result)) throw new Error('was not refused');
  return result;
};
const stateOf = async (number: number) => (await on.world.referral(number)).state;

const runSpread = () => on.stage.runDue([spreadFull, hearFull]);

describe('an answer', () => {
  test('offer-place, put-on-waitlist: the present state as reply; a card of before an undo is out of date', async () => {
    await on.world.refers(41);
    const before = { ...of(41), round: 0 };
    expect(await reply(offerPlace, before)).toEqual({ show: 'referral-offer', with: of(41) });
    await reply(undoAnswer, before);
    expect(await stateOf(41)).toBe('delivered');
    expect(await refused(offerPlace, before)).toMatchObject({ refused: 'outdated' });
    expect(await reply(putOnWaitlist, { ...of(41), round: 1, kept: 'not-asked' })).toMatchObject({
      show: 'referral-offer',
    });
    expect(await stateOf(41)).toBe('waitlist-proposed');
  });

  test('put-on-waitlist says a day that has passed at its field', async () => {
    await on.world.refers(41);
    expect(await reply(putOnWaitlist, { ...of(41), kept: 'yes', expectedStartOn: '2026-11-02' })).toMatchObject({
      form: 'put-on-waitlist',
      errors: { expectedStartOn: 'date-passed' },
    });
  });

  test('undo-answer is too late after a quarter of an hour; correct-answer puts it right then, with a reason', async () => {
    await on.world.refers(41);
    await reply(offerPlace, of(41));
    on.stage.now = new Date(on.stage.now.getTime() + 16 * 60_000);
    expect(await refused(undoAnswer, of(41))).toMatchObject({ refused: 'undo-too-late' });
    expect(await on.stage.form(correctAnswer, of(41), { by: atProvider() })).toMatchObject({
      what: 'Uw antwoord nu: Plaats',
    });
    await reply(correctAnswer, { ...of(41), reason: 'wrong-button' });
    expect(await stateOf(41)).toBe('contacted');
    expect(await on.world.told()).toContain('referral-update answer-corrected');
    expect(await refused(correctAnswer, { ...of(41), reason: 'wrong-button' }, atClb())).toEqual({
      refused: 'only-provider',
    });
  });

  test('a provider reads nothing of the pupil any more once its part is closed', async () => {
    await on.world.refers(41, { state: 'no-match' });
    const closed = await on.stage.see(referralOffer, of(41), null);
    expect(closed).toMatchObject({
      title: 'Aanmelding 2026-0041',
      facts: [],
      people: [{ name: expect.stringContaining('An Peeters') }],
    });
    expect(pressesOn(closed!)).toEqual(['correct-answer', 'raise-signal']);
  });
});

describe('the desk', () => {
  test('assign-provider sends a held referral on; deliver-now does so outside the hours too', async () => {
    await on.world.refers(41, { state: 'held' });
    expect(await on.stage.form(assignProvider, of(41), { by: atDesk() })).toMatchObject({ why: 'desk' });
    expect(await reply(assignProvider, { ...of(41), serviceId: uuid('99') }, atDesk())).toMatchObject({
      errors: { serviceId: 'service-gone' },
    });
    await reply(assignProvider, { ...of(41), serviceId: naft.id }, atDesk());
    expect(await stateOf(41)).toBe('registered');
    await reply(deliverNow, of(41), atDesk());
    expect(await stateOf(41)).toBe('dispatched');
    expect(await refused(deliverNow, of(41), atProvider())).toEqual({ refused: 'only-desk' });
  });

  test('note-phoned: what was phoned is delivered, and the term runs', async () => {
    await on.world.refers(41, { state: 'to-phone' });
    const toPhone = await on.stage.see(deskReferral, of(41), null);
    expect(stripOn(toPhone!).state).toBe('Bel de aanbieder · tegen ma 16 nov.');
    expect(pressesOn(toPhone!)[0]).toBe('note-phoned');
    await reply(notePhoned, of(41), atDesk());
    expect(await on.world.referral(41)).toMatchObject({ state: 'delivered', contactBy: expect.any(Date) });
    const phoned = await on.stage.see(deskReferral, of(41), null);
    expect(stripOn(phoned!).state).toBe('Nieuw');
    expect(pressesOn(phoned!)).not.toContain('note-phoned');
  });

  test('contact-reminder tells the coordinator what the CLB waits for', async () => {
    await on.world.refers(41, { contactBy: daysAgo(1) });
    const card = await on.stage.see(contactReminder, of(41), null);
    expect(stripOn(card!)).toMatchObject({ style: 'attention', state: 'Te laat sinds zo 15 nov., 10 u.' });
    expect(pressesOn(card!)).toEqual(['referral-offer']);
  });
});

describe('volzet', () => {
  const until = '2027-06-30';

  test('mark-full: its other referrals hear it one by one; undo-answer opens all again', async () => {
    for (const [number, state] of [
      [41, 'delivered'],
      [42, 'registered'],
      [43, 'waitlisted'],
      [44, 'placed'],
    ] as const)
      await on.world.refers(number, { state });
    expect(await on.stage.form(markFull, of(41), { by: atProvider() })).toMatchObject({
      consequence: expect.stringContaining('andere'),
    });
    await reply(markFull, { ...of(41), until });
    expect((await on.stage.read.service(naft.id))!.fullUntil).toBe(until);
    await runSpread();
    expect(await Promise.all([41, 42, 43, 44].map(stateOf))).toEqual(['full', 'full', 'waitlisted', 'placed']);
    expect(await on.world.told()).toContain('referral-update service-full');
    await reply(undoAnswer, of(41));
    await runSpread();
    expect((await on.stage.read.service(naft.id))!.fullUntil).toBeNull();
    expect((await on.stage.read.timeline('service', naft.id)).map(({ name, data }) => [name, data])).toEqual([
      ['full-until', { from: until, to: null }],
      ['full-until', { from: null, to: until }],
    ]);
    expect(await Promise.all([41, 42, 43, 44].map(stateOf))).toEqual([
      'delivered',
      'registered',
      'waitlisted',
      'placed',
    ]);
    expect(await on.world.told()).toContain('referral-update service-not-full');
  });

  test('run again, the process changes nothing more', async () => {
    await on.world.refers(42, { state: 'waitlisted' });
    await on.stage.put({ put: 'service', row: { ...(await on.stage.read.service(naft.id))!, fullUntil: until } });
    const heard = { ...of(42), marking: 'twice', until };
    await on.stage.run(hearFull, heard);
    await on.stage.run(hearFull, heard);
    expect((await on.world.history(42)).filter((name) => name === 'service-full')).toHaveLength(1);
  });

  test('extend-full and reopen-service answer whether it is open again, once', async () => {
    await on.stage.put({
      put: 'service',
      row: { ...(await on.stage.read.service(naft.id))!, fullUntil: '2026-11-13' },
    });
    const asked = { serviceId: naft.id, asked: '2026-11-13' };
    expect(await reply(extendFull, { ...asked, until: '2026-11-01' })).toMatchObject({
      errors: { until: 'date-passed' },
    });
    expect(await reply(extendFull, { ...asked, until })).toMatchObject({ show: 'open-again' });
    expect((await on.stage.read.service(naft.id))!.fullUntil).toBe(until);
    await reply(reopenService, asked);
    expect((await on.stage.read.service(naft.id))!.fullUntil).toBe(until);
    await reply(reopenService, { ...asked, asked: until });
    expect((await on.stage.read.service(naft.id))!.fullUntil).toBeNull();
  });
});
