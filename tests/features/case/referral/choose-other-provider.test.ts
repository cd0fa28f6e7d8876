import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { clbPost } from '../../../../src/contracts/jobs.js';
import type { Change } from '../../../../src/contracts/outcome.js';
import type { Draft } from '../../../../src/domain/draft.js';
import { readAnswers } from '../../../../src/domain/intake/index.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { defaultSettings } from '../../../../src/domain/settings.js';
import { chooseOtherProvider } from '../../../../src/features/case/referral/choose-other-provider.js';
import { ordinaryTyped } from '../intake/world.js';
import { monday10, service } from '../../../support/given.js';
import { done, openForm, press, refused } from './act.js';
import {
  an,
  atDesk,
  atProvider,
  clb,
  daysAgo,
  farm,
  fileOf,
  happened,
  jan,
  naft,
  atClb,
  sent,
  stranger,
  typed,
  undoable,
  uuid,
  waiting,
  type World,
} from './world.js';

const action = chooseOtherProvider as Action;
const id = { referralId: uuid('1') };
const data = { ...id, serviceId: farm.id, first: 'withdraw' };
const first = sent({
  state: 'waitlisted',
  firstRegisteredAt: daysAgo(20),
  registeredAt: daysAgo(20),
  contactedBy: jan.id,
});
const world: World = { referrals: [first] };

type Put = Extract<Change, { put: unknown }>['put'];
const rows = <T>(changes: readonly Change[] | undefined, put: Put): T[] =>
  (changes ?? []).flatMap((change) => ('put' in change && change.put === put ? [change.row as T] : []));

describe('choose-other-provider', () => {
  test('makes a new referral in the same trail with everything carried over (R12)', async () => {
    const numbers = { taken: 0 };
    const outcome = await done(action, { world, data, numbers });
    const next = rows<Referral>(outcome.changes, 'referral')[0]!;
    expect(next).toMatchObject({
      reference: '2026-0051',
      trailId: first.trailId,
      firstRegisteredAt: first.firstRegisteredAt,
      registeredAt: monday10,
      referrerId: an.id,
      serviceId: farm.id,
      providerId: farm.organisationId,
      state: 'registered',
      deliverAt: monday10,
      deliveredAt: null,
      contactedBy: null,
      expectedStartOn: null,
      problemDomains: first.problemDomains,
      region: 'VBO',
      version: 0,
    });
    expect(numbers.taken).toBe(1);
    expect(outcome.changes).toContainEqual({
      put: 'caseFile',
      row: { referralId: next.id, trailId: first.trailId, typed: { ...typed, service: farm.id } },
      clbId: clb.id,
      identity: { name: typed.pupilName, birthDate: typed.birthDate },
    });
    expect(rows(outcome.changes, 'draft')).toMatchObject([
      { id: next.draftId, state: 'sent', referralId: next.id, follows: first.id, personId: an.id, version: 0 },
    ]);
    expect(outcome.dues).toEqual([
      { key: `referral:${next.id}:deliver`, job: 'deliver-referral', subject: { referralId: next.id }, at: monday10 },
    ]);
    expect(outcome.reply).toMatchObject({ show: 'referral-post', with: { referralId: next.id } });
  });

  test('withdraws the first when that was said, with the reason; nobody is told twice', async () => {
    const outcome = await done(action, { world: { referrals: [first, waiting(35, 1)] }, data });
    expect(rows<Referral>(outcome.changes, 'referral')[1]).toMatchObject({
      state: 'withdrawn',
      withdrawReason: 'elsewhere',
    });
    expect(outcome.notices?.map(({ view, params }) => [view, params['what']])).toEqual([
      ['referral-post', undefined],
      ['offer-update', 'withdrawn'],
    ]);
    expect(outcome.refresh).toContain(`referral:${uuid('35')}:clb`);
    expect(outcome.happened?.map(({ name, data }) => [name, data])).toEqual([
      ['withdrawn', { reason: 'elsewhere' }],
      ['referred-on', { to: '2026-0051', chosen: farm.id }],
      ['referred-on', { from: '2026-0042' }],
      ['registered', { held: null, again: false }],
    ]);
  });

  test('keeps the first as it stands, and tells its provider that the pupil is referred elsewhere too', async () => {
    const answered = { ...first, undo: undoable('contacted') };
    const outcome = await done(action, { world: { referrals: [answered] }, data: { ...data, first: 'keep' } });
    expect(rows<Referral>(outcome.changes, 'referral')[1]).toEqual(first);
    expect(outcome.notices?.at(-1)?.params).toMatchObject({ what: 'elsewhere', data: { reference: '2026-0051' } });
  });

  test('keeping one that was proposed or full puts it on the waiting list', async () => {
    const proposed = { ...first, state: 'waitlist-proposed' as const };
    const outcome = await done(action, { world: { referrals: [proposed] }, data: { ...data, first: 'keep' } });
    expect(rows<Referral>(outcome.changes, 'referral')[1]).toMatchObject({ state: 'waitlisted' });
    expect(outcome.notices?.map(({ params }) => params['what'])).toEqual([undefined, 'kept', undefined, 'elsewhere']);
  });

  test('without answers of the first provider in what is sent', async () => {
    const caseFile = fileOf(uuid('1'), { noMatchNote: 'van de eerste aanbieder' });
    const outcome = await done(action, { world: { referrals: [{ ...first, state: 'no-match' }], caseFile }, data });
    expect(JSON.stringify(outcome)).not.toContain('van de eerste aanbieder');
  });

  test('goes to the desk when the desk chooses, when it looks first, and when the pupil is under 12', async () => {
    const desk = await done(action, { world, data: { ...data, serviceId: 'desk' } });
    expect(rows<Referral>(desk.changes, 'referral')[0]).toMatchObject({
      state: 'held',
      serviceId: null,
      deliverAt: null,
    });
    expect(desk.notices?.[1]).toMatchObject({ view: 'desk-referral', params: { why: 'chooses' } });
    expect(desk.dues).toEqual([]);
    const settings = { ...defaultSettings, deskFirst: true };
    const looks = await done(action, { world, data, over: { settings } });
    expect(looks.notices?.[1]).toMatchObject({ params: { why: 'looks-first' } });
    const young = fileOf(uuid('1'), { birthDate: '2016-03-09' });
    const under = await done(action, {
      world: { ...world, caseFile: young, services: [naft, { ...farm, minimumAge: null }] },
      data,
    });
    expect(under.notices?.[1]).toMatchObject({ params: { why: 'under-12' } });
  });

  test('outside the province stays with the desk', async () => {
    const outside = { ...first, region: 'outside', regionBecause: [] };
    const outcome = await done(action, { world: { referrals: [outside] }, data: { ...data, serviceId: 'desk' } });
    expect(outcome.notices?.[1]).toMatchObject({ params: { why: 'outside' } });
  });

  test('a group has no identity', async () => {
    const group = {
      target: 'group',
      groupName: '3A',
      groupSize: '12',
      schoolName: 'School Voorbeeld',
      schoolPlace: 'Leuven',
    };
    const caseFile = { ...fileOf(), typed: group };
    const referrals = [{ ...first, target: 'group' as const, ageBand: null }];
    const outcome = await done(action, { world: { referrals, caseFile }, data });
    expect(outcome.changes).toContainEqual(expect.objectContaining({ put: 'caseFile', identity: null }));
  });

  test('offers what fits with its honest availability, not where the pupil is or was referred already', async () => {
    const ahv = service({ id: uuid('54'), name: 'NAFT Asse-Halle-Vilvoorde', regions: ['AHV'] });
    const young = service({ id: uuid('55'), name: 'Lager', maximumAge: 11 });
    const open = service({ id: uuid('56'), name: 'Loopt al' });
    const busy = sent({ id: uuid('8'), serviceId: open.id, state: 'delivered' });
    const form = await openForm(action, {
      world: { referrals: [first, busy], services: [naft, farm, ahv, young, open] },
      data: id,
    });
    expect(form).toMatchObject({
      choices: [
        { title: 'NAFT Asse-Halle-Vilvoorde · wachttijd niet bekend', value: ahv.id },
        { title: 'Zorgboerderij Voorbeeld · wachtlijst, ± 5 weken', value: farm.id },
        { title: 'Laat het Meldpunt kiezen', value: 'desk' },
      ],
      typed: { serviceId: null, first: null },
    });
  });

  test('a service in the other region that fits too takes that region, with its reason (R7)', async () => {
    const ahv = service({ id: uuid('54'), name: 'NAFT Asse-Halle-Vilvoorde', regions: ['AHV'] });
    const outcome = await done(action, { world: { ...world, services: [ahv] }, data: { ...data, serviceId: ahv.id } });
    expect(rows<Referral>(outcome.changes, 'referral')[0]).toMatchObject({ region: 'AHV', regionBecause: ['school'] });
  });

  test('shows what fits but is full, and does not take it', async () => {
    const full = { ...farm, fullUntil: '2027-08-31' };
    const form = await openForm(action, { world: { ...world, services: [full] }, data: id });
    expect(form).toMatchObject({ choices: [{ value: 'desk' }], full: expect.stringContaining('volzet') });
    const numbers = { taken: 0 };
    const outcome = await done(action, { world: { ...world, services: [full] }, data, numbers });
    expect(outcome.reply).toMatchObject({ form: 'choose-other-provider', errors: { serviceId: 'service-full' } });
    expect(numbers.taken).toBe(0);
  });

  test('asks what happens with the first and assumes nothing', async () => {
    expect(await press(action, { world, data: { ...id, serviceId: '' } })).toEqual({
      errors: { serviceId: 'service-missing', first: 'first-missing' },
    });
    expect(await press(action, { world, data: id })).toEqual({
      errors: { serviceId: 'service-missing', first: 'first-missing' },
    });
  });

  test('takes no number when the form is only opened', async () => {
    const numbers = { taken: 0 };
    await openForm(action, { world, data: id, numbers });
    expect(numbers.taken).toBe(0);
  });

  test('sent twice shows the referral it made, also when the first was withdrawn', async () => {
    const made = sent({
      id: uuid('9'),
      reference: '2026-0051',
      serviceId: farm.id,
      state: 'registered',
      registeredAt: monday10,
    });
    const history = [happened('referred-on', { data: { to: '2026-0051', chosen: farm.id } })];
    for (const state of ['waitlisted', 'withdrawn'] as const) {
      const outcome = await done(action, { world: { referrals: [{ ...first, state }, made], history }, data });
      expect(outcome).toEqual({ reply: { show: 'referral-post', with: { referralId: made.id } } });
    }
  });

  test('sent twice finds what it made also when the desk has chosen since; withdrawn since, it is made anew', async () => {
    const made = sent({ id: uuid('9'), reference: '2026-0051', serviceId: uuid('59'), registeredAt: monday10 });
    const history = [happened('referred-on', { data: { to: '2026-0051', chosen: 'desk' } })];
    const toDesk = { ...data, serviceId: 'desk' };
    const again = await done(action, { world: { referrals: [first, made], history }, data: toDesk });
    expect(again).toEqual({ reply: { show: 'referral-post', with: { referralId: made.id } } });
    const over = { ...made, state: 'withdrawn' as const };
    const anew = await done(action, { world: { referrals: [first, over], history }, data: toDesk });
    expect(rows<Referral>(anew.changes, 'referral')[0]).toMatchObject({ version: 0, state: 'held' });
  });

  test('shows on the other posts of the trail, and names who said no match before', async () => {
    const refused = sent({ id: uuid('8'), serviceId: farm.id, state: 'no-match', noMatchReason: 'age' });
    const trail = { referrals: [first, refused] };
    expect(await openForm(action, { world: trail, data: id })).toMatchObject({
      choices: [{ title: 'Zorgboerderij Voorbeeld · wachtlijst, ± 5 weken · eerder geen match' }, { value: 'desk' }],
    });
    expect((await done(action, { world: trail, data })).refresh).toContain(clbPost(refused.id));
  });

  test('leaves an intake that is complete, so that it can still be changed until delivery (R4)', async () => {
    const caseFile = { ...fileOf(), typed: { ...ordinaryTyped, service: naft.id as string } };
    const outcome = await done(action, { world: { ...world, caseFile }, data });
    const made = rows<Draft>(outcome.changes, 'draft')[0]!;
    expect(readAnswers(made.typed, '2026-11-16')).not.toBeNull();
    expect(made.typed['service']).toBe(farm.id);
  });

  test('is only for the CLB that refers (R1, R12)', async () => {
    const numbers = { taken: 0 };
    for (const by of [atProvider(), stranger(), atDesk()])
      expect((await refused(action, { world, by, data, numbers })).refused).toBe('only-referrer');
    expect(numbers.taken).toBe(0);
  });

  test('is not for a referral that is not with a provider, is placed or is over', async () => {
    for (const state of ['registered', 'held', 'placed', 'withdrawn'] as const)
      expect(await refused(action, { world: { referrals: [{ ...first, state }] }, data })).toEqual({
        refused: 'outdated',
        show: { view: 'referral-post', with: id },
      });
  });

  test('carries nothing over when the data were erased', async () => {
    expect((await refused(action, { world: { ...world, caseFile: null }, by: atClb(), data })).refused).toBe(
      'file-closed',
    );
    expect(await press(action, { world: {}, data })).toEqual({ refused: 'not-found' });
  });
});
