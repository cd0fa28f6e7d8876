import { describe, expect, test } from '@jest/globals';
import { contactReminder } from '../../../src/features/dispatch/contact-reminder.js';
import { deskReferral } from '../../../src/features/dispatch/desk-referral.js';
import { offerUpdate } from '../../../src/features/dispatch/offer-update.js';
import type { DeskReason } from '../../../src/contracts/jobs.js';
import type { Referral } from '../../../src/domain/referral.js';
import { viewContext } from '../../support/given.js';
import { atDesk, atProvider, readOf, sent } from './world.js';

const id = { referralId: sent().id };
const context = viewContext();

async function before(why: DeskReason, over: Partial<Referral> = {}) {
  const facts = await deskReferral.load(readOf({ referrals: [sent(over)] }), { ...id, why }, context);
  if (facts === null) throw new Error('nothing to show');
  return { facts, data: deskReferral.fill(facts, context) };
}

describe('desk-referral', () => {
  test('is for the desk only', async () => {
    const { facts } = await before('overdue');
    expect(deskReferral.may?.(facts, atDesk())).toBeNull();
    expect(deskReferral.may?.(facts, atProvider())).toEqual({ refused: 'only-desk' });
    expect(await deskReferral.load(readOf({}), { ...id, why: 'overdue' }, context)).toBeNull();
  });

  test('shows the way to help lines where nothing of ours fits, as long as it is there', async () => {
    const lines = async (over: Partial<Referral>) => (await before('outside', over)).data['lines'];
    expect(await lines({ state: 'held', region: 'outside' })).toMatchObject({ view: 'line-list', region: null });
    expect(await lines({ state: 'held', ageBand: 'under-12' })).toMatchObject({ age: '10' });
    expect(await lines({ state: 'held' })).toBeNull();
    expect(await lines({ state: 'placed', region: 'outside' })).toBeNull();
  });

  test('says in the toast why it is there', async () => {
    const { facts } = await before('no-place');
    expect(deskReferral.summary(facts, context)).toBe('Aanmelding 2026-0042: Aanbieder zonder kanaal');
  });

  test.each([
    ['chooses', { state: 'held' }, /^Het CLB laat het Meldpunt kiezen/],
    ['chooses', { state: 'registered' }, /^Wordt bezorgd bij NAFT/],
    ['chooses', { state: 'delivered' }, /^Hier is nu niets te doen/],
    ['overdue', { state: 'delivered' }, /Er is nog niet geantwoord/],
    ['overdue', { state: 'delivered', contactBy: null }, /\*\*–\*\*/],
    ['overdue', { state: 'contacted' }, /^Het CLB is gecontacteerd/],
    ['overdue', { state: 'placed' }, /^Hier is nu niets te doen/],
  ] as const)('%s, %o: asks what fits the state', async (why, over, sentence) => {
    expect((await before(why, over)).data['asked']).toMatch(sentence);
  });
});

describe('offer-update', () => {
  const said = async (
    what: string,
    data: Readonly<Record<string, string | null>> = {},
    over: Partial<Referral> = {},
  ) => {
    const facts = await offerUpdate.load(readOf({ referrals: [sent(over)] }), { ...id, what, data }, context);
    return facts === null ? null : offerUpdate.fill(facts, context)['sentence'];
  };

  test('tells a coded reason in words, or leaves it out', async () => {
    expect(await said('withdrawn', { reason: 'moved' })).toBe(
      'Het CLB heeft de aanmelding ingetrokken: de leerling is verhuisd. U hoeft niets meer te doen.',
    );
    expect(await said('withdrawn')).toBe('Het CLB heeft de aanmelding ingetrokken. U hoeft niets meer te doen.');
  });

  test('what it does not know is told in general, never as a code', async () => {
    expect(await said('something-new', { expectedStartOn: '2027-02-22' }, { contactBy: null })).toMatch(
      /^Deze aanmelding is gewijzigd/,
    );
  });

  test('says the sentence in the toast; nothing when the referral is gone', async () => {
    const params = { ...id, what: 'kept', data: {} };
    const facts = await offerUpdate.load(readOf({ referrals: [sent()] }), params, context);
    expect(facts && offerUpdate.summary(facts, context)).toBe(
      'Aanmelding 2026-0042: Het CLB laat de aanmelding op uw wachtlijst.',
    );
    expect(await offerUpdate.load(readOf({}), params, context)).toBeNull();
  });
});

describe('contact-reminder', () => {
  test('says in the toast that the CLB waits', async () => {
    const facts = await contactReminder.load(readOf({ referrals: [sent()] }), id, context);
    expect(facts && contactReminder.summary(facts, context)).toBe('Aanmelding 2026-0042: het CLB wacht op contact');
  });
});
