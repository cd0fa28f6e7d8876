import { describe, expect, test } from '@jest/globals';
import { caseEventNames } from '../../../../src/domain/case/events.js';
import { askingEvents } from '../../../../src/domain/case/messages.js';
import { openStates } from '../../../../src/domain/case/states.js';
import { referralUpdate } from '../../../../src/features/case/referral/referral-update.js';
import { languages } from '../../../../src/domain/language.js';
import { monday10 } from '../../../support/given.js';
import { pressesOn, stripOn } from '../card-reading.js';
import { onStage } from './on-stage.js';
import { an, atClb, bert, daysAgo, els, uuid, type Life } from './world.js';

const on = onStage();
type Data = Readonly<Record<string, string | null>>;
const told = async (what: string, data: Data = {}, at?: Date) =>
  (await on.stage.see(referralUpdate, { referralId: uuid('42'), what, data, at: at?.toISOString() }, null))!;
const sentence = async (life: Life, what: string, data: Data = {}) => {
  await on.world.refers(42, life);
  const card = await told(what, data);
  return card['sentence'] ?? stripOn(card).next;
};

describe('referral-update says in one sentence', () => {
  test.each<[string, Life, string, Data, string]>([
    [
      'that it was delivered',
      {},
      'delivered',
      { how: 'teams', contactBy: '2026-11-17T15:30:00Z' },
      'Bezorgd bij NAFT Vlaams-Brabant Oost. Contact verwacht tegen **di 17 nov., 16.30 u.**',
    ],
    [
      'that the desk phoned',
      {},
      'delivered',
      { how: 'phone', contactBy: '2026-11-17T15:30:00Z', by: 'desk' },
      'Het Meldpunt belde NAFT-Leerrecht Oost over deze aanmelding. Contact verwacht tegen **di 17 nov., 16.30 u.**',
    ],
    [
      'that nobody received it',
      { state: 'to-phone' },
      'not-received',
      { reason: 'no-channel' },
      'Bij het Meldpunt: NAFT-Leerrecht Oost is nog niet in Teams. Het Meldpunt belt.',
    ],
    [
      'that it did not arrive',
      { state: 'to-phone' },
      'not-received',
      { reason: 'not-delivered' },
      'Bij het Meldpunt: het bericht aan NAFT-Leerrecht Oost kwam niet aan. Het Meldpunt belt.',
    ],
    ['who made contact', { state: 'contacted' }, 'contacted', {}, 'Bert Claes van NAFT-Leerrecht Oost nam contact op.'],
    [
      'that the desk wrote it down',
      { state: 'contacted' },
      'contacted',
      { by: 'desk' },
      'Bert Claes van NAFT-Leerrecht Oost nam contact op. Genoteerd door het Meldpunt.',
    ],
    [
      'that an answer was mistaken, and why',
      { state: 'contacted' },
      'answer-corrected',
      { answer: 'placed', reason: 'wrong-button' },
      'Het antwoord “plaats” was niet juist: er is een verkeerde knop gebruikt. De stand is nu: gecontacteerd.',
    ],
    [
      'that no match was found',
      { state: 'no-match' },
      'no-match',
      { reason: 'age', note: 'given' },
      'Geen match bij NAFT Vlaams-Brabant Oost: leeftijd past niet. Er is een toelichting bij de gegevens. U kiest wat er verder gebeurt.',
    ],
    [
      'that the start moved',
      { state: 'waitlisted' },
      'start-moved',
      { from: null, to: '2026-12-21' },
      'De verwachte start bij NAFT Vlaams-Brabant Oost is nu **ma 21 dec.**',
    ],
    [
      'what an older version told',
      {},
      'elsewhere',
      {},
      'Deze aanmelding is gewijzigd. De nieuwe stand staat op de aanmelding.',
    ],
  ])('%s', async (_what, life, what, data, said) => {
    expect(await sentence(life, what, data)).toBe(said);
  });

  test('that a choice waits, and afterwards that it waits no more', async () => {
    const reminded = async () => {
      await on.world.happened(42, 'followed-up', { owner: 'clb' }, { side: 'clock', person: null });
      return (await told('left-waitlist-proposed'))['sentence'];
    };
    await on.world.refers(42, { state: 'waitlist-proposed' });
    expect(await reminded()).toBe(
      'Uw keuze staat nog open: wilt u op de wachtlijst van NAFT Vlaams-Brabant Oost wachten?',
    );
    await on.world.happened(42, 'kept', {}, { side: 'clb', person: an });
    expect((await told('left-waitlist-proposed'))['sentence']).toMatch(/^Dit wacht niet meer op u\./);
  });

  test('everything that can be told, also when nothing else is known, in both languages', async () => {
    await on.world.refers(42, { state: 'held', facts: { serviceId: null, providerId: null } });
    for (const what of [...caseEventNames, ...openStates.map((state) => `left-${state}`)])
      for (const language of languages) {
        const params = { referralId: uuid('42'), what, data: {} };
        const toast = String((await on.stage.see(referralUpdate, params, null, language))!['summary']);
        expect(toast).not.toMatch(/\bnone\b|undefined|null|\{|\*/);
        expect(toast).toMatch(/[.?]$/);
      }
  });
});

describe('referral-update as a decision', () => {
  const asked = daysAgo(0.5);

  test('asks to decide as long as nobody did', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed', at: asked });
    const card = await told('waitlist-proposed', {}, asked);
    expect(stripOn(card)).toMatchObject({
      style: 'warning',
      state: '2026-0042 · Beslis tegen vr 20 nov.',
      next: 'NAFT Vlaams-Brabant Oost heeft nu geen plaats. Wilt u op de wachtlijst wachten?',
    });
    expect(pressesOn(card).slice(0, 2)).toEqual(['keep-on-waitlist', 'choose-other-provider']);
  });

  test('afterwards says who decided what and when, and asks nothing any more', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed', at: asked });
    await on.world.happened(42, 'kept', {}, { side: 'clb', person: an });
    expect(await told('waitlist-proposed', {}, asked)).toMatchObject({
      sentence: null,
      buttons: [],
      strip: { state: 'Op de wachtlijst gehouden', next: 'An Peeters, ma 16 nov., 10 u.' },
    });
  });

  test.each([
    ['withdrawn', { reason: 'solved' }, an, 'Ingetrokken'],
    ['answer-undone', null, bert, 'Antwoord teruggenomen'],
    ['answer-corrected', { answer: 'full', reason: 'wrong-button' }, els, 'Antwoord verbeterd'],
    ['referred-on', { to: '2026-0051', chosen: 'desk', from: null, kept: true }, an, 'Verder aangemeld als 2026-0051'],
  ] as const)('also when it was %s', async (name, data, person, what) => {
    const before = await on.world.refers(42, { state: 'full', at: asked });
    await on.world.happened(42, name, (data ?? { answer: 'full', back: before.undo!.back }) as never, { person });
    expect(stripOn(await told('full', {}, asked))).toMatchObject({
      state: what,
      next: expect.stringContaining(person.name),
    });
  });

  test('a question that another question replaced asks no more', async () => {
    await on.world.refers(42, { state: 'waitlist-proposed', at: asked });
    await on.world.happened(42, 'full', { until: null, marking: null, asked: true, before: null }, { at: monday10 });
    expect(await told('waitlist-proposed', {}, asked)).toMatchObject({
      buttons: [],
      strip: { state: 'Volzet gemeld' },
    });
    expect(pressesOn(await told('full', {}, monday10))).toContain('choose-other-provider');
  });

  test('one of before, that does not say when it was asked, goes by the state', async () => {
    await on.world.refers(42, { state: 'place-free' });
    expect(pressesOn(await told('place-freed'))[0]).toBe('confirm-place');
    await on.world.happened(42, 'place-confirmed', {}, { side: 'clb', person: an });
    expect(await told('place-freed')).toMatchObject({ buttons: [], strip: { state: 'Hier is al op geantwoord' } });
  });

  test('what asks nothing has no button, also while something else is asked', async () => {
    await on.world.refers(42, { state: 'full' });
    expect(await told('contacted')).toMatchObject({ buttons: [], strip: null });
    expect(askingEvents).not.toContain('contacted');
    expect(await on.stage.see(referralUpdate, { referralId: uuid('9'), what: 'full' }, atClb())).toBeNull();
  });
});
