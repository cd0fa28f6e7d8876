import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../../src/contracts/action.js';
import { referralStates } from '../../../../src/domain/case/states.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { fill, mayShow } from './act.js';
import {
  atClb,
  atDesk,
  atProvider,
  bert,
  clb,
  daysAgo,
  happened,
  naft,
  provider,
  sent,
  stranger,
  typed,
  uuid,
  waiting,
  type World,
} from './world.js';

const view = referralPost as View;
const id = { referralId: uuid('1') };
const draw = async (over: Partial<Referral>, world: World = {}, look: Parameters<typeof fill>[3] = {}) =>
  (await fill(view, id, { referrals: [sent(over)], ...world }, look)).data as Readonly<Record<string, unknown>>;
const expectedIn = async (over: Partial<Referral>, world: World = {}) => (await draw(over, world))['expected'];
const buttons = ['mayKeep', 'mayConfirm', 'mayReferOn', 'mayChange', 'mayWithdraw'] as const;
const offered = async (state: Referral['state'], look: Parameters<typeof fill>[3] = {}) => {
  const data = await draw({ state }, {}, look);
  return buttons.filter((button) => data[button] === true);
};

describe('referral-post shows the way to the help lines', () => {
  const lines = async (over: Partial<Referral>) => (await draw(over))['lines'];

  test('when it was refused, is full or has no place, with the region and an age that stands for the band', async () => {
    const wanted = { view: 'line-list', phase: 'through-clb', region: 'VBO', age: '14' };
    for (const state of ['no-match', 'full', 'waitlist-proposed'] as const)
      expect(await lines({ state, ageBand: '14-15' })).toMatchObject(wanted);
    expect(await lines({ state: 'no-match', ageBand: null })).toMatchObject({ age: null });
  });

  test('outside the province without a region, and under 12', async () => {
    expect(await lines({ state: 'held', region: 'outside' })).toMatchObject({ region: null });
    expect(await lines({ state: 'delivered', ageBand: 'under-12' })).toMatchObject({ age: '10' });
  });

  test('not while nothing is wrong, nor when it is over', async () => {
    expect(await lines({ state: 'delivered' })).toBeNull();
    expect(await lines({ state: 'withdrawn', region: 'outside' })).toBeNull();
  });
});

describe('referral-post tells what is expected', () => {
  test('until delivery, when that will be', async () => {
    const registered = { state: 'registered', deliveredAt: null, deliverAt: new Date('2026-11-17T08:00:00Z') } as const;
    expect(await expectedIn(registered)).toBe(
      'Wordt bezorgd op **di 17 nov., 9 u.** Tot dan kunt u de aanmelding wijzigen of intrekken.',
    );
  });

  test('at the desk, why', async () => {
    const held = { state: 'held', deliveredAt: null } as const;
    expect(await expectedIn(held)).toContain('kijkt deze aanmelding na');
    expect(await expectedIn({ ...held, serviceId: null })).toContain('kiest de aanbieder');
    expect(await expectedIn({ ...held, region: 'outside' })).toContain('buiten Vlaams-Brabant');
  });

  test('until contact, when that is expected and who was reminded since (R9)', async () => {
    expect(await expectedIn({})).toBe('De aanbieder neemt contact met u op tegen **di 17 nov., 16.30 u.**');
    expect(await expectedIn({ contactBy: null })).toBeNull();
    const late = { contactBy: daysAgo(3) };
    expect(await expectedIn(late)).toBe('Contact werd verwacht tegen **vr 13 nov., 10 u.**');
    const reminded = (stage: string) => expectedIn(late, { history: [happened('reminded', { data: { stage } })] });
    expect(await reminded('coordinator')).toContain('De coördinator van de aanbieder kreeg een herinnering.');
    expect(await reminded('desk')).toContain('Het Meldpunt volgt dit nu op.');
    expect(await reminded('somebody')).not.toContain('undefined');
  });

  test('after contact, with whom', async () => {
    expect(await expectedIn({ state: 'contacted', contactedBy: bert.id })).toContain('Bert Claes van NAFT-Leerrecht');
    expect(await expectedIn({ state: 'contacted' })).toMatch(/^NAFT-Leerrecht Oost nam contact op/);
  });

  test('with a place, who organises the round table (R10)', async () => {
    expect(await expectedIn({ state: 'placed' })).toContain('**NAFT-Leerrecht Oost organiseert**');
    const organisations = [clb, { ...provider, roundTableBy: 'clb' as const }];
    expect(await expectedIn({ state: 'placed' }, { organisations })).toContain('**U organiseert**');
  });

  test('where a choice is asked, which (R11, R12)', async () => {
    const proposed = { state: 'waitlist-proposed', expectedStartOn: '2027-02-22' } as const;
    expect(await expectedIn(proposed)).toBe(
      'Er is nu geen plaats. Verwachte start: ma 22 feb. 2027. **Wilt u op de wachtlijst blijven?**',
    );
    expect(await expectedIn({ state: 'place-free' })).toBe('Er is een plaats vrij. **Is ze nog nodig?**');
    const services = [{ ...naft, fullUntil: '2027-08-31' }];
    expect(await expectedIn({ state: 'full' }, { services })).toMatch(
      /^Volzet tot en met \*\*di 31 aug. 2027\*\*. Kies/,
    );
    expect(await expectedIn({ state: 'full' })).toContain('heeft gemeld dat het aanbod volzet is');
    const noted = { history: [happened('no-match', { data: { note: 'given' } })] };
    expect(await expectedIn({ state: 'no-match', noMatchReason: 'age' }, noted)).toBe(
      'Geen match: leeftijd past niet. De aanbieder schreef een toelichting. U leest ze bij de gegevens. Kies een andere aanbieder of trek in.',
    );
  });

  test('once referred on, as which referral; without a choice any more', async () => {
    const first = sent({ state: 'no-match', noMatchReason: 'age' });
    const next = sent({ id: uuid('2'), reference: '2026-0051', registeredAt: daysAgo(-1) });
    const data = await draw({}, { referrals: [first, next] });
    expect(data).toMatchObject({
      expected: 'Geen match: leeftijd past niet. Verder aangemeld als 2026-0051.',
      trail: 'Verder aangemeld: 2026-0051',
      referOnStyle: null,
    });
  });

  test('withdrawn, why', async () => {
    expect(await expectedIn({ state: 'withdrawn', withdrawReason: 'back-to-school' })).toBe(
      'Ingetrokken: de leerling is terug op school.',
    );
    expect(await expectedIn({ state: 'withdrawn' })).toBe('Ingetrokken.');
  });
});

describe('referral-post on a waiting list', () => {
  const queue = [waiting(31, 41), waiting(42, 9, { id: uuid('1'), expectedStartOn: '2026-12-21' })];

  test('shows place, expected start and days since the trail’s first registration', async () => {
    expect((await draw({}, { referrals: queue }))['figures']).toEqual({
      position: '2de',
      start: '± 5 weken',
      startWord: 'verwachte start 21 dec.',
      waited: '9 dagen',
    });
  });

  test('without an expected start, or when its day has passed, promises nothing', async () => {
    const without = { ...queue[1]!, expectedStartOn: null };
    expect((await draw({}, { referrals: [without] }))['figures']).toMatchObject({
      position: '1ste',
      start: '–',
      startWord: 'verwachte start niet bekend',
    });
    const passed = { ...queue[1]!, expectedStartOn: '2026-11-10' };
    expect((await draw({}, { referrals: [passed] }))['figures']).toMatchObject({ start: '–' });
  });

  test('counts the days anew for the referrer who looks', async () => {
    const stored = await draw({}, { referrals: queue });
    expect(stored['refresh']).toMatchObject({ userIds: ['29:an'] });
    expect((await draw({}, { referrals: queue }, { actor: atClb() }))['refresh']).toBeNull();
    expect((await draw({}))['refresh']).toBeNull();
  });
});

describe('referral-post', () => {
  test('tells the last event and what came before in the trail', async () => {
    const first = sent({
      id: uuid('2'),
      reference: '2026-0031',
      state: 'withdrawn',
      noMatchReason: 'age',
      registeredAt: daysAgo(20),
    });
    const history = [happened('registered'), happened('waitlisted'), happened('something-new')];
    const now = sent({ firstRegisteredAt: daysAgo(20) });
    expect(await draw({}, { referrals: [now, first], history })).toMatchObject({
      last: 'Laatste: op wachtlijst geplaatst · ma 16 nov., 10 u.',
      trail: 'Eerder: 2026-0031 geen match · eerste aanmelding 27 okt.',
    });
    expect(await draw({})).toMatchObject({ last: null, trail: null });
  });

  test.each([
    ['registered', ['mayChange', 'mayWithdraw']],
    ['recalled', ['mayChange', 'mayWithdraw']],
    ['held', ['mayChange', 'mayWithdraw']],
    ['delivered', ['mayReferOn', 'mayWithdraw']],
    ['contacted', ['mayReferOn', 'mayWithdraw']],
    ['placed', ['mayWithdraw']],
    ['waitlist-proposed', ['mayKeep', 'mayReferOn', 'mayWithdraw']],
    ['waitlisted', ['mayReferOn', 'mayWithdraw']],
    ['place-free', ['mayConfirm', 'mayReferOn', 'mayWithdraw']],
    ['full', ['mayKeep', 'mayReferOn', 'mayWithdraw']],
    ['no-match', ['mayReferOn', 'mayWithdraw']],
    ['withdrawn', []],
  ] as const)('%s offers what fits', async (state, fits) => {
    expect(await offered(state)).toEqual(fits);
  });

  test('the desk does not refer or change, and has its way to the provider’s side (R1)', async () => {
    const look = { actor: atDesk() };
    for (const state of referralStates) {
      const shown = await offered(state, look);
      expect(shown).not.toContain('mayReferOn');
      expect(shown).not.toContain('mayChange');
    }
    expect((await draw({}, {}, look))['deskWay']).toMatchObject({ view: 'referral-offer' });
    expect((await draw({ state: 'held', serviceId: null }, {}, look))['deskWay']).toMatchObject({
      view: 'desk-referral',
      why: 'chooses',
    });
    expect((await draw({ state: 'withdrawn' }, {}, look))['deskWay']).toBeNull();
    const stored = await fill(view, { ...id, side: 'desk' }, { referrals: [sent()] });
    expect(stored.data).toMatchObject({ mayReferOn: false, deskWay: { view: 'referral-offer' } });
    expect((await draw({}))['deskWay']).toBeNull();
  });

  test('is for its own CLB and the desk', async () => {
    const world = { referrals: [sent()] };
    for (const by of [atClb(), atDesk()]) expect(await mayShow(view, id, world, by)).toBeNull();
    for (const by of [atProvider(), stranger()])
      expect(await mayShow(view, id, world, by)).toEqual({ refused: 'not-yours' });
  });

  test('holds nothing of what was typed, in any state', async () => {
    for (const state of referralStates) {
      const { data, summary } = await fill(view, id, { referrals: [sent({ state })] });
      const shown = JSON.stringify([data, summary]);
      for (const secret of [typed.pupilName, typed.birthDate, typed.schoolName, typed.question, typed.schoolPlace])
        expect(shown).not.toContain(secret);
    }
  });

  test('the toast says reference and state', async () => {
    expect((await fill(view, id, { referrals: [sent()] })).summary).toBe('Aanmelding 2026-0042: Bezorgd');
  });
});
