import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { reminderStages, referralStates } from '../../../../src/domain/case/states.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { viewContext } from '../../../support/given.js';
import { buttonsOn, pressesOn, stripOn, type Filled } from '../card-reading.js';
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
const expectedIn = async (life: Life) => stripOn(await drawn(life)).next;
const decisions = [
  'keep-on-waitlist',
  'confirm-place',
  'choose-other-provider',
  'recall-referral',
  'withdraw-referral',
] as const;

const linesOn = (card: Filled) => buttonsOn(card).find(({ data }) => data.view === 'line-list')?.data;

describe('referral-post tells what is expected', () => {
  test.each<[string, Life, string]>([
    [
      'until it leaves',
      { state: 'registered', deliverAt: new Date('2026-11-17T08:00:00Z') },
      'Wordt bezorgd op di 17 nov., 9 u. Tot dan kunt u wijzigen of intrekken.',
    ],
    ['with the desk', { state: 'held' }, 'kijkt deze aanmelding na'],
    [
      'with the desk, that chooses',
      { state: 'held', facts: { serviceId: null, providerId: null } },
      'kiest de aanbieder',
    ],
    ['with the desk, outside', { state: 'held', facts: { region: 'outside' } }, 'buiten Vlaams-Brabant'],
    ['under way', { state: 'dispatched' }, 'De aanmelding is onderweg naar NAFT-Leerrecht Oost.'],
    ['delivered', {}, 'NAFT-Leerrecht Oost belt u tegen di 17 nov., 16.30 u.'],
    ['late', { contactBy: daysAgo(3) }, 'NAFT-Leerrecht Oost nam nog geen contact op.'],
    ['after contact', { state: 'contacted' }, 'Bert Claes van NAFT-Leerrecht Oost nam contact op.'],
    ['with a place', { state: 'placed' }, 'NAFT-Leerrecht Oost plant het rondetafelmoment tegen'],
    [
      'on a list, perhaps',
      { state: 'waitlist-proposed', startOn: '2027-02-22' },
      'NAFT-Leerrecht Oost heeft nu geen plaats. Verwachte start: ma 22 feb. 2027. Wilt u op de wachtlijst wachten?',
    ],
    ['with a place that came free', { state: 'place-free' }, 'Er is een plaats vrij. Is ze nog nodig?'],
    ['full', { state: 'full' }, 'NAFT-Leerrecht Oost meldde dat het aanbod volzet is. Kies een andere aanbieder'],
    ['no match', { state: 'no-match' }, 'Geen match: leeftijd past niet. Kies een andere aanbieder of trek in.'],
    [
      'withdrawn',
      { state: 'withdrawn', withdrawn: 'back-to-school' },
      'Reden: de leerling is terug op school. U hoeft niets meer te doen.',
    ],
  ])('%s', async (_when, life, said) => {
    expect(await expectedIn(life)).toContain(said);
  });

  test('of a provider without a channel that the desk phones; of one with a channel that it did not arrive', async () => {
    expect(
      await drawn({ state: 'to-phone', facts: { serviceId: farm.id, providerId: farm.organisationId } }),
    ).toMatchObject({
      strip: {
        state: 'Bij het Meldpunt',
        next: 'De Boerderijen is nog niet in Teams. Het Meldpunt belt en meldt u het antwoord.',
      },
    });
    await on.world.refers(43, { state: 'to-phone' });
    const missed = await on.stage.see(referralPost, { referralId: uuid('43') }, null);
    expect(stripOn(missed!).next).toContain('Het bericht aan NAFT-Leerrecht Oost kwam niet aan');
  });

  test('who was reminded, when contact does not come (R9)', async () => {
    await on.world.refers(42, { contactBy: daysAgo(3) });
    const said = [];
    for (const stage of reminderStages) {
      await on.world.happened(42, 'reminded', { stage, coordinatorId: null }, { side: 'clock', person: null });
      said.push(stripOn(await seen()).next);
    }
    expect(said).toEqual([
      expect.stringContaining('De aanbieder kreeg een herinnering.'),
      expect.stringContaining('De coördinator van de aanbieder kreeg een herinnering.'),
      expect.stringContaining('Het Meldpunt volgt dit nu op.'),
    ]);
  });

  test('only what the provider received and has not contacted is new with it', async () => {
    for (const [index, state] of referralStates.entries()) {
      await on.world.refers(100 + index, { state });
      const data = await on.stage.see(referralPost, { referralId: uuid(String(100 + index)) }, null);
      expect(stripOn(data!).state.startsWith('Nieuw bij')).toBe(state === 'delivered');
      if (state !== 'dispatched' && state !== 'registered') expect(stripOn(data!).next).not.toMatch(/bezorgd/i);
    }
  });

  test('late before anything else, since when; a choice says until when', async () => {
    expect(stripOn(await drawn({ contactBy: daysAgo(3) }))).toMatchObject({
      style: 'attention',
      state: 'Te laat sinds vr 13 nov., 10 u.',
    });
    await on.world.refers(43, { state: 'waitlist-proposed', at: daysAgo(0.1) });
    expect(stripOn((await on.stage.see(referralPost, { referralId: uuid('43') }, null))!)).toMatchObject({
      style: 'warning',
      state: 'Beslis tegen vr 20 nov.',
    });
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
      strip: { state: 'Geen match', next: 'Geen match: leeftijd past niet. Verder aangemeld als 2026-0051.' },
      notes: [expect.any(String), 'Verder aangemeld: 2026-0051'],
    });
    expect(buttonsOn(await seen()).filter(({ style }) => style === 'positive')).toEqual([]);
  });

  test('a place says which other referrals still run', async () => {
    await on.world.refers(31, { state: 'no-match', days: 20, facts: { trailId } });
    await on.world.refers(42, { state: 'placed', facts: { trailId, firstRegisteredAt: daysAgo(20) } });
    await on.world.refers(50, { state: 'waitlisted', days: 0, facts: { trailId, serviceId: farm.id } });
    expect(await seen()).toMatchObject({
      notes: [
        expect.any(String),
        'Zonder school sinds 27 okt.: 15 halve dagen, geteld op 16 nov.',
        'Loopt nog: 2026-0050 bij Zorgboerderij Voorbeeld (op wachtlijst)',
        'Eerder: 2026-0031 geen match · eerste aanmelding 27 okt., ± 3 weken geleden',
      ],
    });
  });

  test('tells the last event that the CLB has words for', async () => {
    await on.world.refers(42, { state: 'waitlisted' });
    await on.world.happened(42, 'file-opened', { what: 'case' }, { side: 'clb', person: jan });
    expect((await seen())['notes']).toEqual(['Laatste: op wachtlijst geplaatst · zo 15 nov., 10 u.']);
  });
});

describe('referral-post on a waiting list', () => {
  test('shows place, expected start and days since the trail’s first registration', async () => {
    await on.world.refers(31, { state: 'waitlisted', days: 41 });
    const data = await drawn({ state: 'waitlisted', days: 9, startOn: '2026-12-21' });
    expect(data['figures']).toEqual({
      position: '2de',
      positionWord: 'op de lijst',
      start: '21 dec.',
      startWord: 'verwachte start',
      waited: '9 dagen',
      waitedWord: 'sinds aanmelding',
    });
    expect(data['refresh']).toMatchObject({ userIds: ['29:an'] });
    expect((await seen(atClb()))['refresh']).toBeNull();
  });

  test('without an expected start promises nothing', async () => {
    expect((await drawn({ state: 'waitlisted' }))['figures']).toMatchObject({
      start: '–',
      startWord: 'start niet bekend',
    });
  });
});

describe('referral-post offers', () => {
  test.each([
    ['registered', ['recall-referral', 'withdraw-referral']],
    ['recalled', ['recall-referral', 'withdraw-referral']],
    ['held', ['recall-referral', 'withdraw-referral']],
    ['dispatched', ['choose-other-provider', 'withdraw-referral']],
    ['to-phone', ['choose-other-provider', 'recall-referral', 'withdraw-referral']],
    ['delivered', ['choose-other-provider', 'withdraw-referral']],
    ['contacted', ['choose-other-provider', 'withdraw-referral']],
    ['placed', ['withdraw-referral']],
    ['waitlist-proposed', ['keep-on-waitlist', 'choose-other-provider', 'withdraw-referral']],
    ['waitlisted', ['choose-other-provider', 'withdraw-referral']],
    ['place-free', ['confirm-place', 'choose-other-provider', 'withdraw-referral']],
    ['full', ['keep-on-waitlist', 'choose-other-provider', 'withdraw-referral']],
    ['no-match', ['choose-other-provider', 'withdraw-referral']],
    ['withdrawn', ['choose-other-provider']],
  ] as const)('%s what fits: to its CLB; to the desk neither changing nor referring on (R1)', async (state, fits) => {
    const stored = await drawn({ state });
    expect(
      pressesOn(stored)
        .filter((one) => (decisions as readonly string[]).includes(one))
        .sort(),
    ).toEqual([...fits].sort());
    const forDesk = pressesOn(await seen(atDesk()));
    for (const one of ['choose-other-provider', 'recall-referral']) expect(forDesk).not.toContain(one);
    expect(pressesOn(await seen(atClb(jan)))).not.toContain('recall-referral');
  });

  test('the desk its way to its own card, or to the provider’s side', async () => {
    expect(pressesOn(await drawn({}, atDesk()))[0]).toBe('referral-offer');
    expect(pressesOn(await seen(null, { side: 'desk' }))[0]).toBe('referral-offer');
    expect(pressesOn(await seen())).not.toContain('referral-offer');
    for (const [number, state] of [
      [43, 'held'],
      [44, 'to-phone'],
    ] as const) {
      await on.world.refers(number, { state });
      const data = await on.stage.see(referralPost, { referralId: uuid(String(number)) }, atDesk());
      expect(pressesOn(data!)[0]).toBe('desk-referral');
    }
  });

  test('the way to the help lines when it was refused, is full or has no place, lies outside or is under 12', async () => {
    for (const state of ['no-match', 'full', 'waitlist-proposed'] as const) {
      await on.world.refers(100 + referralStates.indexOf(state), { state });
      const referralId = uuid(String(100 + referralStates.indexOf(state)));
      expect(linesOn((await on.stage.see(referralPost, { referralId }, null))!)).toMatchObject({
        view: 'line-list',
        region: 'VBO',
        age: '14',
      });
    }
    expect(linesOn(await drawn({ facts: { ageBand: 'under-12' } }))).toMatchObject({ age: '10' });
    await on.world.refers(43);
    expect(linesOn((await on.stage.see(referralPost, { referralId: uuid('43') }, null))!)).toBeUndefined();
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
