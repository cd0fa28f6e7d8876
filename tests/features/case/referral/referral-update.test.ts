import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../../src/contracts/action.js';
import type { Language } from '../../../../src/domain/language.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { referralUpdate } from '../../../../src/features/case/referral/referral-update.js';
import { fill } from './act.js';
import { bert, daysAgo, naft, provider, sent, uuid, waiting, type World } from './world.js';

const view = referralUpdate as View;
type Data = Readonly<Record<string, string | number | null>>;
const tell = async (
  what: string,
  data: Data = {},
  over: Partial<Referral> = {},
  world: World = {},
  language: Language = 'nl',
) => {
  const params = { referralId: uuid('1'), what, data };
  const filled = await fill(view, params, { referrals: [sent(over)], ...world }, { language });
  return { ...(filled.data as { sentence: string; button: string }), summary: filled.summary };
};
const sentence = async (...args: Parameters<typeof tell>) => (await tell(...args)).sentence;
const until = { until: '2027-08-31' };

describe('referral-update says in one sentence', () => {
  test.each<[string, Data, Partial<Referral>, string]>([
    [
      'delivered',
      { contactBy: '2026-11-17T15:30:00Z' },
      {},
      'Bezorgd bij NAFT Vlaams-Brabant Oost. Contact verwacht tegen **di 17 nov., 16.30 u.**',
    ],
    ['delivered', {}, { contactBy: null }, 'Bezorgd bij NAFT Vlaams-Brabant Oost.'],
    ['contacted', {}, { contactedBy: bert.id }, 'Bert Claes van NAFT-Leerrecht Oost nam contact op.'],
    ['contacted', {}, {}, 'NAFT-Leerrecht Oost nam contact op.'],
    [
      'placed',
      { roundTableBy: 'clb' },
      {},
      'Er is plaats bij NAFT Vlaams-Brabant Oost. U organiseert het eerste rondetafelmoment.',
    ],
    [
      'placed',
      { roundTableBy: 'provider' },
      {},
      'Er is plaats bij NAFT Vlaams-Brabant Oost. NAFT-Leerrecht Oost organiseert het rondetafelmoment.',
    ],
    ['waitlist-proposed', {}, {}, 'NAFT Vlaams-Brabant Oost heeft nu geen plaats. Wilt u op de wachtlijst blijven?'],
    [
      'full',
      until,
      {},
      'NAFT Vlaams-Brabant Oost is volzet tot en met **di 31 aug. 2027**. U kiest wat er verder gebeurt.',
    ],
    ['full', {}, {}, 'NAFT Vlaams-Brabant Oost is volzet. U kiest wat er verder gebeurt.'],
    [
      'service-full',
      until,
      {},
      'NAFT Vlaams-Brabant Oost is volzet tot en met **di 31 aug. 2027**. De aanmelding blijft op de wachtlijst staan. Wilt u een snellere oplossing, kies dan een andere aanbieder.',
    ],
    ['service-not-full', {}, {}, 'NAFT Vlaams-Brabant Oost is toch niet volzet.'],
    [
      'no-match',
      { reason: 'age', note: 'given' },
      {},
      'Geen match bij NAFT Vlaams-Brabant Oost: leeftijd past niet. Er is een toelichting bij de gegevens. U kiest wat er verder gebeurt.',
    ],
    [
      'no-match',
      {},
      { noMatchReason: 'age' },
      'Geen match bij NAFT Vlaams-Brabant Oost: leeftijd past niet. U kiest wat er verder gebeurt.',
    ],
    [
      'answer-undone',
      { state: 'contacted' },
      {},
      'De aanbieder nam zijn antwoord terug. De stand is nu: gecontacteerd.',
    ],
    ['place-freed', {}, {}, 'Er is een plaats vrij bij NAFT Vlaams-Brabant Oost. Is ze nog nodig?'],
    [
      'start-moved',
      { from: null, to: '2026-12-21' },
      {},
      'De verwachte start bij NAFT Vlaams-Brabant Oost is nu **ma 21 dec.**',
    ],
    ['reminded', { stage: 'provider' }, {}, 'Contact blijft uit. NAFT-Leerrecht Oost kreeg een herinnering.'],
    ['reminded', { stage: 'desk' }, {}, 'Contact blijft uit. Het Meldpunt volgt dit nu op.'],
    ['withdrawn', { reason: 'solved' }, {}, 'De aanmelding is ingetrokken: de vraag is opgelost.'],
    ['elsewhere', { reference: '2026-0051' }, {}, 'Verder aangemeld bij een andere aanbieder als 2026-0051.'],
    ['assigned', {}, { deliverAt: null }, 'Het Meldpunt koos NAFT Vlaams-Brabant Oost.'],
  ])('%s %j', async (what, data, over, said) => {
    expect(await sentence(what, data, over)).toBe(said);
  });

  test('waitlisted: with place and expected start, as far as they are known (R11)', async () => {
    const list = { referrals: [waiting(31, 41), waiting(42, 9, { id: uuid('1') })] };
    expect(await sentence('waitlisted', { expectedStartOn: '2026-12-21' }, {}, list)).toBe(
      'Op de wachtlijst van NAFT Vlaams-Brabant Oost: 2de op de lijst. Verwachte start: **ma 21 dec.**',
    );
    expect(await sentence('waitlisted', { expectedStartOn: null }, { state: 'placed' })).toBe(
      'Op de wachtlijst van NAFT Vlaams-Brabant Oost.',
    );
  });

  test('that the desk wrote it down', async () => {
    expect(await sentence('contacted', { by: 'desk' })).toMatch(/nam contact op\. Genoteerd door het Meldpunt\.$/);
  });

  test.each([
    'delivered',
    'assigned',
    'contacted',
    'placed',
    'waitlist-proposed',
    'waitlisted',
    'full',
    'service-full',
    'service-not-full',
    'no-match',
    'answer-undone',
    'place-freed',
    'place-confirmed',
    'start-moved',
    'reminded',
    'kept',
    'withdrawn',
    'elsewhere',
    'what-nobody-knows',
  ])('%s also when nothing else is known', async (what) => {
    const bare = { serviceId: null, providerId: null, contactBy: null, deliverAt: null };
    for (const language of ['nl', 'en'] as const) {
      const said = await sentence(what, {}, bare, {}, language);
      expect(said).not.toMatch(/\bnone\b|undefined|null|\{/);
      expect(said).toMatch(/[.?]$/);
    }
  });
});

describe('referral-update', () => {
  test('asks to decide as long as a choice is open, and else only shows', async () => {
    for (const state of ['waitlist-proposed', 'full', 'no-match', 'place-free'] as const)
      expect((await tell('full', {}, { state })).button).toBe('Bekijken en kiezen');
    expect((await tell('contacted', {}, { state: 'contacted' })).button).toBe('Aanmelding bekijken');
    const next = sent({ id: uuid('2'), reference: '2026-0051', registeredAt: daysAgo(-1) });
    const world = { referrals: [sent({ state: 'no-match' }), next] };
    expect((await tell('no-match', {}, {}, world)).button).toBe('Aanmelding bekijken');
  });

  test('the toast is the sentence, without signs of markup', async () => {
    const { summary } = await tell('delivered', {}, {}, { services: [naft], organisations: [provider] });
    expect(summary).toBe(
      'Aanmelding 2026-0042: Bezorgd bij NAFT Vlaams-Brabant Oost. Contact verwacht tegen di 17 nov., 16.30 u.',
    );
  });

  test('of a referral that does not exist is not sent', async () => {
    await expect(tell('full', {}, {}, { referrals: [] })).rejects.toThrow('nothing to show');
  });
});
