import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { reminderStages, referralStates } from '../../../../src/domain/case/states.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { viewContext } from '../../../support/given.js';
import { onStage } from './on-stage.js';
import { an, atClb, atDesk, atProvider, daysAgo, farm, jan, naft, stranger, typed, uuid, type Life } from './world.js';

const on = onStage();
const id = { referralId: uuid('42') };
const seen = async (by: Actor | null = null, params: object = {}) =>
  (await on.stage.see(referralPost, { ...id, ...params }, by))!;
const drawn = async (life: Life, by: Actor | null = null) => {
  await on.world.refers(42, life);
  return seen(by);
};
const expectedIn = async (life: Life) => (await drawn(life))['expected'];
const buttons = ['mayKeep', 'mayConfirm', 'mayReferOn', 'mayChange', 'mayWithdraw'] as const;

describe('referral-post tells what is expected', () => {
  test.each<[string, Life, string]>([
    [
      'until it leaves',
      { state: 'registered', deliverAt: new Date('2026-11-17T08:00:00Z') },
      'Wordt bezorgd op **di 17 nov., 9 u.** Tot dan kunt u de aanmelding wijzigen of intrekken.',
    ],
    ['with the desk', { state: 'held' }, 'kijkt deze aanmelding na'],
    [
      'with the desk, that chooses',
      { state: 'held', facts: { serviceId: null, providerId: null } },
      'kiest de aanbieder',
    ],
    ['with the desk, outside', { state: 'held', facts: { region: 'outside' } }, 'buiten Vlaams-Brabant'],
    ['under way', { state: 'dispatched' }, 'De aanmelding is onderweg naar NAFT-Leerrecht Oost.'],
    ['delivered', {}, 'De aanbieder neemt contact met u op tegen **di 17 nov., 16.30 u.**'],
    ['late', { contactBy: daysAgo(3) }, 'Contact werd verwacht tegen **vr 13 nov., 10 u.**'],
    ['after contact', { state: 'contacted' }, 'Bert Claes van NAFT-Leerrecht Oost nam contact op.'],
    ['with a place', { state: 'placed' }, '**NAFT-Leerrecht Oost organiseert**'],
    [
      'on a list, perhaps',
      { state: 'waitlist-proposed', startOn: '2027-02-22' },
      'Er is nu geen plaats. Verwachte start: ma 22 feb. 2027. **Wilt u op de wachtlijst blijven?**',
    ],
    ['with a place that came free', { state: 'place-free' }, 'Er is een plaats vrij. **Is ze nog nodig?**'],
    ['full', { state: 'full' }, 'heeft gemeld dat het aanbod volzet is. Kies een andere aanbieder'],
    ['no match', { state: 'no-match' }, 'Geen match: leeftijd past niet. Kies een andere aanbieder of trek in.'],
    ['withdrawn', { state: 'withdrawn', withdrawn: 'back-to-school' }, 'Ingetrokken: de leerling is terug op school.'],
  ])('%s', async (_when, life, said) => {
    expect(await expectedIn(life)).toContain(said);
  });

  test('of a provider without a channel that the desk phones; of one with a channel that it did not arrive', async () => {
    expect(
      await drawn({ state: 'to-phone', facts: { serviceId: farm.id, providerId: farm.organisationId } }),
    ).toMatchObject({
      expected: 'Bij het Meldpunt: De Boerderijen is nog niet in Teams. Het Meldpunt belt.',
      state: '◆ Bij het Meldpunt',
    });
    await on.world.refers(43, { state: 'to-phone' });
    const missed = await on.stage.see(referralPost, { referralId: uuid('43') }, null);
    expect(missed!['expected']).toContain('het bericht aan NAFT-Leerrecht Oost kwam niet aan');
  });

  test('who was reminded, when contact does not come (R9)', async () => {
    await on.world.refers(42, { contactBy: daysAgo(3) });
    const said = [];
    for (const stage of reminderStages) {
      await on.world.happened(42, 'reminded', { stage, coordinatorId: null }, { side: 'clock', person: null });
      said.push((await seen())['expected']);
    }
    expect(said.map((text) => String(text).split('u. ').at(-1))).toEqual([
      expect.stringContaining('De aanbieder kreeg een herinnering.'),
      expect.stringContaining('De coördinator van de aanbieder kreeg een herinnering.'),
      expect.stringContaining('Het Meldpunt volgt dit nu op.'),
    ]);
  });

  test('"Bezorgd" stands only on what the provider received and has not contacted', async () => {
    for (const [index, state] of referralStates.entries()) {
      await on.world.refers(100 + index, { state });
      const data = await on.stage.see(referralPost, { referralId: uuid(String(100 + index)) }, null);
      const [said, header] = [JSON.stringify([data!['expected'], data!['summary']]), String(data!['state'])];
      expect(header.includes('Bezorgd')).toBe(state === 'delivered');
      if (state !== 'delivered' && state !== 'dispatched') expect(said).not.toMatch(/\bbezorgd is\b|Bezorgd/);
    }
  });
});

describe('referral-post in a trail (R12)', () => {
  const trailId = uuid<TrailId>('700');

  test('once referred on, as which referral; without a choice any more', async () => {
    await on.world.refers(42, { state: 'no-match', facts: { trailId } });
    await on.world.refers(51, { days: 0, facts: { trailId } });
    await on.world.happened(
      42,
      'referred-on',
      { to: '2026-0051', chosen: naft.id, from: null, kept: true },
      { side: 'clb', person: an },
    );
    expect(await seen()).toMatchObject({
      expected: 'Geen match: leeftijd past niet. Verder aangemeld als 2026-0051.',
      trail: 'Verder aangemeld: 2026-0051',
      referOnStyle: null,
    });
  });

  test('a place says which other referrals still run', async () => {
    await on.world.refers(31, { state: 'no-match', days: 20, facts: { trailId } });
    await on.world.refers(42, { state: 'placed', facts: { trailId, firstRegisteredAt: daysAgo(20) } });
    await on.world.refers(50, { state: 'waitlisted', days: 0, facts: { trailId, serviceId: farm.id } });
    expect(await seen()).toMatchObject({
      running: 'Loopt nog: 2026-0050 bij Zorgboerderij Voorbeeld (op wachtlijst)',
      trail: 'Eerder: 2026-0031 geen match · eerste aanmelding 27 okt.',
    });
  });

  test('tells the last event that the CLB has words for', async () => {
    await on.world.refers(42, { state: 'waitlisted' });
    await on.world.happened(42, 'file-opened', { what: 'case' }, { side: 'clb', person: jan });
    expect((await seen())['last']).toBe('Laatste: op wachtlijst geplaatst · zo 15 nov., 10 u.');
  });
});

describe('referral-post on a waiting list', () => {
  test('shows place, expected start and days since the trail’s first registration', async () => {
    await on.world.refers(31, { state: 'waitlisted', days: 41 });
    const data = await drawn({ state: 'waitlisted', days: 9, startOn: '2026-12-21' });
    expect(data['figures']).toEqual({
      position: '2de',
      start: '± 5 weken',
      startWord: 'verwachte start 21 dec.',
      waited: '9 dagen',
    });
    expect(data['refresh']).toMatchObject({ userIds: ['29:an'] });
    expect((await seen(atClb()))['refresh']).toBeNull();
  });

  test('without an expected start, or when its day has passed, promises nothing', async () => {
    expect((await drawn({ state: 'waitlisted' }))['figures']).toMatchObject({
      start: '–',
      startWord: 'verwachte start niet bekend',
    });
    await on.world.happened(42, 'start-moved', { from: null, to: '2026-11-10' });
    expect((await seen())['figures']).toMatchObject({ start: '–' });
  });
});

describe('referral-post offers', () => {
  test.each([
    ['registered', ['mayChange', 'mayWithdraw']],
    ['recalled', ['mayChange', 'mayWithdraw']],
    ['held', ['mayChange', 'mayWithdraw']],
    ['dispatched', ['mayReferOn', 'mayWithdraw']],
    ['to-phone', ['mayReferOn', 'mayChange', 'mayWithdraw']],
    ['delivered', ['mayReferOn', 'mayWithdraw']],
    ['contacted', ['mayReferOn', 'mayWithdraw']],
    ['placed', ['mayWithdraw']],
    ['waitlist-proposed', ['mayKeep', 'mayReferOn', 'mayWithdraw']],
    ['waitlisted', ['mayReferOn', 'mayWithdraw']],
    ['place-free', ['mayConfirm', 'mayReferOn', 'mayWithdraw']],
    ['full', ['mayKeep', 'mayReferOn', 'mayWithdraw']],
    ['no-match', ['mayReferOn', 'mayWithdraw']],
    ['withdrawn', []],
  ] as const)('%s what fits: to its CLB; to the desk neither changing nor referring on (R1)', async (state, fits) => {
    const stored = await drawn({ state });
    expect(buttons.filter((button) => stored[button] === true)).toEqual(fits);
    const forDesk = await seen(atDesk());
    expect(forDesk).toMatchObject({ mayReferOn: false, mayChange: false });
    expect((await seen(atClb(jan)))['mayChange']).toBe(false);
  });

  test('the desk its way to its own card, or to the provider’s side', async () => {
    expect((await drawn({}, atDesk()))['deskWay']).toMatchObject({ view: 'referral-offer' });
    expect((await seen(null, { side: 'desk' }))['deskWay']).toMatchObject({ view: 'referral-offer' });
    expect((await seen())['deskWay']).toBeNull();
    for (const [number, state] of [
      [43, 'held'],
      [44, 'to-phone'],
    ] as const) {
      await on.world.refers(number, { state });
      const data = await on.stage.see(referralPost, { referralId: uuid(String(number)) }, atDesk());
      expect(data!['deskWay']).toMatchObject({ view: 'desk-referral' });
    }
  });

  test('the way to the help lines when it was refused, is full or has no place, lies outside or is under 12', async () => {
    for (const state of ['no-match', 'full', 'waitlist-proposed'] as const) {
      await on.world.refers(100 + referralStates.indexOf(state), { state });
      const referralId = uuid(String(100 + referralStates.indexOf(state)));
      expect((await on.stage.see(referralPost, { referralId }, null))!['lines']).toMatchObject({
        view: 'line-list',
        region: 'VBO',
        age: '14',
      });
    }
    expect((await drawn({ facts: { ageBand: 'under-12' } }))['lines']).toMatchObject({ age: '10' });
    await on.world.refers(43);
    expect((await on.stage.see(referralPost, { referralId: uuid('43') }, null))!['lines']).toBeNull();
  });
});

describe('referral-post', () => {
  test('is for its own CLB and the desk', async () => {
    await on.world.refers(42);
    const facts = await referralPost.load(on.stage.read, { ...id, side: undefined } as never, viewContext());
    for (const by of [atClb(), atDesk()]) expect(referralPost.may!(facts!, by)).toBeNull();
    for (const by of [atProvider(), stranger()])
      expect(referralPost.may!(facts!, by)).toEqual({ refused: 'not-yours' });
  });

  test('holds nothing of what was typed, in any state', async () => {
    for (const [index, state] of referralStates.entries()) {
      await on.world.refers(100 + index, { state });
      await on.world.withFile();
      const shown = JSON.stringify(await on.stage.see(referralPost, { referralId: uuid(String(100 + index)) }, null));
      for (const secret of ['pupilName', 'birthDate', 'schoolName', 'question', 'schoolPlace'])
        expect(shown).not.toContain(typed[secret]);
    }
  });
});
