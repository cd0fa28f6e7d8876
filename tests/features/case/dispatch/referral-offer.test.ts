import { describe, expect, test } from '@jest/globals';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { monday10, viewContext } from '../../../support/given.js';
import { atClb, atDesk, atProvider, bert, group, happened, readOf, sent, stranger, type World } from './world.js';

const params = { referralId: sent().id };
async function shown(over: Partial<Referral> = {}, world: World = {}, context = viewContext()) {
  const facts = await referralOffer.load(readOf({ referrals: [sent(over)], ...world }), params, context);
  if (facts === null) throw new Error('nothing to show');
  return { facts, data: referralOffer.fill(facts, context), summary: referralOffer.summary(facts, context) };
}
const answered = { answeredAt: monday10, answeredBy: bert.id };
const undo = {
  state: 'contacted',
  until: new Date(monday10.getTime() + 60_000).toISOString(),
  side: 'provider',
  group,
} as const;

describe('referral-offer', () => {
  test('is open to its provider once it is delivered, and to the desk', async () => {
    const { facts } = await shown();
    expect(referralOffer.may?.(facts, atProvider())).toBeNull();
    expect(referralOffer.may?.(facts, atDesk())).toBeNull();
    expect(referralOffer.may?.(facts, stranger())).toEqual({ refused: 'not-yours' });
    expect(referralOffer.may?.(facts, atClb())).toEqual({ refused: 'not-yours' });
    const early = await shown({ state: 'registered', deliveredAt: null });
    expect(referralOffer.may?.(early.facts, atProvider())).toEqual({ refused: 'not-yours' });
  });

  test('is not there without referral or service', async () => {
    const context = viewContext();
    expect(await referralOffer.load(readOf({}), params, context)).toBeNull();
    expect(await referralOffer.load(readOf({ referrals: [sent({ serviceId: null })] }), params, context)).toBeNull();
  });

  test('says in the toast what is expected when, and later only the state', async () => {
    expect((await shown()).summary).toBe('Nieuwe aanmelding 2026-0042: antwoord verwacht tegen di 17 nov., 16.30 u.');
    expect((await shown({ state: 'placed' })).summary).toBe('Aanmelding 2026-0042: Plaats');
  });

  test('tells when the answer is late', async () => {
    const { data } = await shown({ contactBy: new Date('2026-11-13T13:00:00Z') });
    expect(data['expected']).toMatch(/^Tegen \*\*vr 13 nov., 14 u\.\*\* werd uw antwoord verwacht/);
  });

  test('tells who answered; what the desk noted is told as that', async () => {
    expect((await shown({ ...answered, state: 'placed' })).data['answered']).toBe(
      'Beantwoord door Bert Claes, ma 16 nov., 10 u.',
    );
    const history = [happened('placed', { data: { by: 'desk' } })];
    const noted = await shown({ ...answered, state: 'placed' }, { history });
    expect(noted.data['answered']).toBe('Genoteerd door het Meldpunt, ma 16 nov., 10 u.');
  });

  test('lets an answer be taken back in its time; what the desk noted only by the desk', async () => {
    expect((await shown({ ...answered, state: 'placed', undo })).data).toMatchObject({
      undoGroup: group,
      undoUntil: 'Ongedaan maken kan tot 10.01 u.',
    });
    const passed = { ...undo, until: new Date(0).toISOString() };
    expect((await shown({ ...answered, state: 'placed', undo: passed })).data['undoGroup']).toBeNull();
    const byDesk = { ...answered, state: 'placed', undo: { ...undo, side: 'desk' } } as const;
    expect((await shown(byDesk)).data['undoGroup']).toBeNull();
    expect((await shown(byDesk, {}, viewContext({ actor: atDesk() }))).data['undoGroup']).toBe(group);
  });

  test.each([
    ['registered', {}, 'Deze aanmelding is nog niet bezorgd.'],
    ['delivered', { contactBy: null }, null],
    ['full', {}, 'Gemeld als volzet. Het CLB kiest wat er nu gebeurt.'],
    ['withdrawn', {}, 'Het CLB heeft deze aanmelding ingetrokken. U hoeft niets meer te doen.'],
    ['no-match', {}, 'Geen match: andere reden. Uw deel van deze aanmelding is afgesloten.'],
  ] as const)('%s: what is expected', async (state, over, sentence) => {
    expect((await shown({ state, ...over })).data['expected']).toBe(sentence);
  });

  test('without an expected start a dash stands there', async () => {
    expect((await shown({ state: 'waitlisted' })).data['figures']).toMatchObject({ position: '1ste', start: '–' });
  });
});
