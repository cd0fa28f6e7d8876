import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { serviceWaitlist } from '../../../../src/features/case/waitlist/service-waitlist.js';
import { monday10, viewContext } from '../../../support/given.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, farm, naft, uuid } from '../referral/world.js';

const on = onStage();
const list = async (page: unknown = 0, by: Actor | null = null) =>
  (await on.stage.see(serviceWaitlist, { serviceId: naft.id, page }, by))! as {
    rows: { title: string; line: string; badge: { text: string } | null }[];
    [key: string]: unknown;
  };
const behind = async (): Promise<void> => {
  await on.world.refers(42, { state: 'waitlisted', days: 9 });
  await on.world.refers(35, { state: 'waitlisted', days: 34, facts: { ageBand: '12-13', urgency: 'urgent' } });
};
const four = async (): Promise<void> => {
  await behind();
  await on.world.refers(31, { state: 'waitlisted', days: 41, startOn: '2027-02-01', facts: { ageBand: '16-17' } });
  await on.world.refers(44, { state: 'waitlisted', days: 7 });
};

describe('given four who wait', () => {
  test('tells how many, how long, and each in order with age band, urgency, since when and from when', async () => {
    await four();
    const data = await list();
    expect(data).toMatchObject({
      title: 'Wachtlijst NAFT Vlaams-Brabant Oost',
      counted: '4 leerlingen · oudste aanmelding 41 dagen',
      empty: null,
      firstId: uuid('31'),
      free: 'Plaats vrij voor 2026-0031',
      mayChoose: true,
      seen: 'Elk CLB ziet nu: wachtlijst, 4 aanmeldingen wachten.',
      summary: 'Wachtlijst NAFT Vlaams-Brabant Oost: 4 wachten',
      earlierPage: null,
      nextPage: null,
    });
    expect(data.rows).toMatchObject([
      { title: '1 · 16–17 jaar · BSO', line: '2026-0031 · sinds 6 okt. · start rond 1 feb.', badge: null },
      {
        title: '2 · 12–13 jaar · BSO',
        line: '2026-0035 · sinds 13 okt. · start nog niet bekend',
        badge: { text: 'Dringend' },
      },
      { title: '3 · 14–15 jaar · BSO', line: '2026-0042 · sinds 7 nov. · start nog niet bekend' },
      { title: '4 · 14–15 jaar · BSO', line: '2026-0044 · sinds 9 nov. · start nog niet bekend' },
    ]);
  });

  test('a group is told as what it is', async () => {
    await on.world.refers(31, { state: 'waitlisted', days: 3, facts: { target: 'group', ageBand: null } });
    await behind();
    const data = await list();
    expect(data['counted']).toBe('3 aanmeldingen · oudste aanmelding 34 dagen');
    expect(data.rows[2]!.title).toBe('3 · groep of klas');
  });
});

describe('given a place that came free for the first', () => {
  test('keeps its row, marked as waiting for the CLB, and the next is the first to call', async () => {
    await behind();
    await on.world.refers(31, { state: 'place-free', days: 41, at: monday10 });
    expect(await list()).toMatchObject({
      free: 'Plaats vrij voor 2026-0035',
      undoId: uuid('31'),
      undoUntil: 'Plaats voor 2026-0031: ongedaan maken kan tot 10.15 u.',
    });
    expect((await list()).rows[0]).toMatchObject({ badge: { text: 'Plaats vrij' } });
    on.stage.now = new Date(monday10.getTime() + 16 * 60_000);
    expect(await list()).toMatchObject({ undoId: null, undoUntil: null });
  });

  test('what the desk wrote down is taken back by the desk only', async () => {
    await on.world.refers(31, { state: 'waitlisted', days: 41 });
    await on.world.happened(31, 'place-freed', { reason: null }, { side: 'desk' });
    expect(await list()).toMatchObject({ undoId: null, firstId: null, mayChoose: false });
    expect(await list(0, atProvider())).toMatchObject({ undoId: null });
    expect(await list(0, atDesk())).toMatchObject({ undoId: uuid('31') });
  });
});

test('given more than ten, ten are shown at a time, numbers go on, and the first to call stays the first of all', async () => {
  for (let number = 10; number < 34; number++)
    await on.world.refers(number, { state: 'waitlisted', days: 60 - number });
  const data = await list('1');
  expect(data.rows.map(({ title }) => Number.parseInt(title, 10))).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect(data).toMatchObject({ earlierPage: '0', nextPage: '2', free: 'Plaats vrij voor 2026-0010' });
  expect(data['counted']).toContain('bladzijde 2 van 3');
  expect((await list(9)).rows).toHaveLength(4);
  expect((await list('x')).rows).toHaveLength(10);
});

test('given nobody waits, says so', async () => {
  expect(await list()).toMatchObject({
    rows: [],
    counted: null,
    firstId: null,
    empty: 'Niemand staat op deze wachtlijst.',
  });
});

test('only the provider of the service and the desk open it', async () => {
  const may = async (serviceId: string, by: Actor) => {
    const facts = await serviceWaitlist.load(on.stage.read, { serviceId, page: 0 } as never, viewContext());
    return serviceWaitlist.may!(facts!, by);
  };
  for (const by of [atProvider(), atDesk()]) expect(await may(naft.id, by)).toBeNull();
  expect(await may(naft.id, atClb())).toEqual({ refused: 'only-provider' });
  expect(await may(farm.id, atProvider())).toEqual({ refused: 'only-provider' });
});
