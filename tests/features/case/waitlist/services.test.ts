import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { clbPost, waitlistPost } from '../../../../src/domain/case/posts.js';
import { setAvailability } from '../../../../src/features/case/waitlist/set-availability.js';
import { serviceAvailability } from '../../../../src/features/case/waitlist/service-availability.js';
import { showAvailability } from '../../../../src/features/case/waitlist/show-availability.js';
import { showWaitlist } from '../../../../src/features/case/waitlist/show-waitlist.js';
import { waitlistMoved } from '../../../../src/features/case/waitlist/waitlist-moved.job.js';
import { waitlistChoice } from '../../../../src/features/case/waitlist/waitlist-choice.js';
import { viewContext, monday10 } from '../../../support/given.js';
import { onStage } from '../referral/on-stage.js';
import {
  alone,
  allowed,
  atClb,
  atDesk,
  atProvider,
  desk,
  farm,
  naft,
  nobody,
  provider,
  uuid,
} from '../referral/world.js';

const on = onStage();
const said = (kind: string, over: object = {}) => ({ serviceId: naft.id, kind, weeks: '', fullUntil: '', ...over });
const set = async (data: object, by: Actor = atProvider()) =>
  allowed(await on.stage.press(setAvailability, { ...data }, { by }));
const service = async () => (await on.stage.read.service(naft.id))!;
const dues = async () => {
  const rows = await on.stage.database.kysely
    .selectFrom('due')
    .select(['key', 'at'])
    .where('key', 'like', 'service:%')
    .execute();
  return Object.fromEntries(rows.map(({ key, at }) => [key.split(':').at(-1), at]));
};

describe('set-availability', () => {
  test.each([
    ['place', {}, { waitWeeks: 0, fullUntil: null }],
    ['waitlist', { weeks: '7' }, { waitWeeks: 7, fullUntil: null }],
    ['unknown', {}, { waitWeeks: null, fullUntil: null }],
  ])(
    'of a service that was full says %s: every CLB sees that, nothing is asked any more, and who would fit is looked for',
    async (kind, over, stands) => {
      await on.stage.put({ put: 'service', row: { ...(await service()), waitWeeks: 5, fullUntil: '2026-12-31' } });
      expect((await set(said(kind, over))).reply).toEqual({
        show: 'service-availability',
        with: { serviceId: naft.id },
      });
      expect(await service()).toMatchObject(stands);
      const [told] = await on.stage.read.timeline('service', naft.id);
      expect(told).toMatchObject({
        name: 'availability-set',
        data: { weeks: stands.waitWeeks, fullUntil: null },
        organisation: 'NAFT-Leerrecht Oost',
      });
      expect(Object.keys(await dues()).sort()).toEqual(['list-moved', 'match']);
    },
  );

  test('says full until a day: it is asked on the day after, at nine (R12), and the posts follow in a job', async () => {
    await set(said('full', { fullUntil: '2027-08-31' }));
    expect(await dues()).toEqual({ 'open-again': new Date('2027-09-01T07:00:00Z'), 'list-moved': monday10 });
  });

  test('what is wrong is said at its field, and what was filled in stays', async () => {
    const { fields } = setAvailability;
    const codes = fields
      .safeParse(said('', { weeks: 'vijf', fullUntil: 'later' }))
      .error?.issues.map(({ message }) => message);
    expect(codes).toEqual(['kind-missing', 'weeks-wrong', 'date-unreadable']);
    const cases: [string, object, object][] = [
      ['waitlist', {}, { weeks: 'weeks-missing' }],
      ['full', {}, { fullUntil: 'date-missing' }],
      ['full', { fullUntil: '2026-11-15' }, { fullUntil: 'date-passed' }],
    ];
    for (const [kind, over, errors] of cases)
      expect((await set(said(kind, over))).reply).toMatchObject({
        form: 'set-availability',
        with: said(kind, over),
        errors,
      });
    expect(await service()).toMatchObject({ fullUntil: null });
  });

  test('its form shows what every CLB sees now, and of several asks which', async () => {
    await on.world.refers(31, { state: 'waitlisted' });
    expect(await on.stage.form(setAvailability, {}, { by: atProvider() })).toMatchObject({
      title: 'Beschikbaarheid NAFT Vlaams-Brabant Oost',
      present: 'Elk CLB ziet nu: wachtlijst, 1 aanmelding wacht',
      services: null,
      typed: { kind: 'unknown', fullUntil: '2027-08-31' },
    });
    expect((await on.stage.form(setAvailability, {}, { by: atDesk() }))['services']).toEqual([
      { title: 'NAFT Vlaams-Brabant Oost · wachtlijst, 1 aanmelding wacht', value: naft.id },
      { title: 'Zorgboerderij Voorbeeld · wachtlijst, ± 5 weken', value: farm.id },
    ]);
    expect((await set(said('place', { serviceId: 'gone' }), atDesk())).reply).toMatchObject({
      errors: { serviceId: 'service-missing' },
    });
  });

  test('a CLB changes nothing, a provider only its own', async () => {
    const by = atClb();
    expect(await on.stage.press(setAvailability, said('place'), { by })).toEqual({ refused: 'for-providers' });
    await set(said('place', { serviceId: farm.id }));
    expect(await service()).toMatchObject({ waitWeeks: 0 });
  });
});

test('service-availability tells what every CLB sees, and is for its provider and the desk', async () => {
  await on.stage.put({ put: 'service', row: { ...(await service()), waitWeeks: 0 } });
  const seen = () => on.stage.see(serviceAvailability, { serviceId: naft.id }, null);
  expect((await seen())!['seen']).toBe('Elk CLB ziet nu: **plaats**.');
  await on.world.refers(31, { state: 'waitlisted' });
  expect(await seen()).toMatchObject({
    seen: 'Elk CLB ziet nu: **wachtlijst, 1 aanmelding wacht**.',
    why: expect.stringContaining('Er staat nog iemand op de wachtlijst.'),
  });
  const facts = (await serviceAvailability.load(on.stage.read, { serviceId: naft.id }, viewContext()))!;
  expect(serviceAvailability.may!(facts, atProvider())).toBeNull();
  expect(serviceAvailability.may!(facts, atClb())).toEqual({ refused: 'only-provider' });
});

describe('show-waitlist', () => {
  const asked = async (by: Actor) => {
    const result = await on.stage.press(showWaitlist, {}, { by });
    return isRefusal(result) ? result.refused : result.reply;
  };

  test('in the provider’s channel posts the living list, once; after that points at it (no second list that goes stale)', async () => {
    expect(await asked(atProvider())).toEqual({ nothing: true });
    expect(await on.world.keys()).toEqual([waitlistPost(naft.id)]);
    expect(await asked(atProvider())).toEqual({ show: 'waitlist-stands', with: { serviceId: naft.id } });
    expect(await on.world.keys()).toEqual([waitlistPost(naft.id)]);
  });

  test('elsewhere shows it, of several services asks which, to others says for whom it is', async () => {
    const inChat = { ...alone(), organisations: [provider] };
    expect(await asked(inChat)).toEqual({ show: 'service-waitlist', with: { serviceId: naft.id } });
    expect(await asked(atDesk())).toEqual({ show: 'waiting-lists', with: {} });
    expect(await asked(atClb())).toBe('for-providers');
    const personal = { ...alone(), organisations: [] };
    expect(await asked(personal)).toBe('not-a-member');
    expect(await asked(nobody())).toBe('not-linked');
  });

  test('and show-availability opens the form of the only service', async () => {
    const result = allowed(await on.stage.press(showAvailability, {}, { by: atProvider() }));
    expect(result.reply).toEqual({ form: 'set-availability', with: { serviceId: naft.id } });
  });
});

test('waitlist-choice counts who waits at each service', async () => {
  await on.world.refers(31, { state: 'waitlisted', days: 41 });
  await on.world.refers(32, { state: 'place-free', days: 3 });
  const seen = await on.stage.see(waitlistChoice, { organisationId: desk.id }, null);
  expect(seen).toMatchObject({
    more: null,
    rows: [
      { service: 'NAFT Vlaams-Brabant Oost', counted: '2 wachten · oudste aanmelding 41 dagen' },
      { service: 'Zorgboerderij Voorbeeld', counted: 'niemand wacht' },
    ],
  });
});

describe('waitlist-moved', () => {
  test('brings up to date everybody whose card tells of the service, in as many steps as it takes', async () => {
    for (let number = 1; number <= 3; number++) await on.world.refers(number, { state: 'waitlisted', days: number });
    await on.world.refers(4, { state: 'full' });
    await on.world.refers(5);
    const context = { ...viewContext(), now: monday10 };
    const load = (after: string | null) =>
      waitlistMoved.load(on.stage.read, { serviceId: naft.id, after } as never, context as never);
    const { refresh = [], dues: next = [] } = waitlistMoved.decide((await load(null))!, context as never);
    expect(refresh).toContain(waitlistPost(naft.id));
    for (const number of [1, 2, 3, 4]) expect(refresh).toContain(clbPost(uuid(String(number))));
    expect(refresh).not.toContain(clbPost(uuid('5')));
    expect(next).toEqual([]);
    const shown = Array.from({ length: 200 }, (_none, index) => uuid(String(index)));
    const step = waitlistMoved.decide({ serviceId: naft.id, shown } as never, context as never);
    expect(step.dues).toMatchObject([{ subject: { serviceId: naft.id, after: shown.at(-1) } }]);
  });
});
