import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../../src/contracts/action.js';
import { serviceWaitlist } from '../../../../src/features/case/waitlist/service-waitlist.js';
import { monday10 } from '../../../support/given.js';
import { fill, mayShow } from '../referral/act.js';
import { atClb, atDesk, atProvider, daysAgo, farm, naft, undoable, waiting, type World } from '../referral/world.js';

const view = serviceWaitlist as View;
const four = [
  waiting(31, 41, { ageBand: '16-17', expectedStartOn: '2027-02-01' }),
  waiting(35, 34, { ageBand: '12-13', urgency: 'urgent' }),
  waiting(42, 9),
  waiting(44, 7, { registeredAt: daysAgo(1) }),
];
const list = async (world: World, page: unknown = 0, over = {}) =>
  (await fill(view, { serviceId: naft.id, page }, world, over)).data as {
    rows: { number: string; who: string; since: string; start: string }[];
    [key: string]: unknown;
  };

describe('given four who wait', () => {
  test('then it tells how many, how long, and each in order with age band, urgency, since when and from when', async () => {
    const data = await list({ referrals: [...four].reverse() });
    expect(data).toMatchObject({
      title: 'Wachtlijst NAFT Vlaams-Brabant Oost',
      counted: '4 jongeren · oudste aanmelding 41 dagen',
      legend: '⚡ dringend',
      empty: null,
      firstId: four[0]!.id,
      free: 'Plaats vrij voor 2026-0031',
      mayChoose: true,
      earlierPage: null,
      nextPage: null,
    });
    expect(data.rows).toEqual([
      expect.objectContaining({
        number: '1',
        who: '2026-0031 · 16–17\u00a0j.',
        since: '6 okt.',
        start: '± 1 feb.',
      }),
      expect.objectContaining({ number: '2', who: '2026-0035 · 12–13\u00a0j. ⚡', since: '13 okt.', start: '–' }),
      expect.objectContaining({ number: '3', who: '2026-0042 · 14–15\u00a0j.', since: '7 nov.' }),
      expect.objectContaining({ number: '4', who: '2026-0044 · 14–15\u00a0j.', since: '9 nov.' }),
    ]);
  });

  test('then it tells what a CLB sees, and the toast holds no more than the service and how many', async () => {
    expect((await list({ referrals: four })).seen).toBe('Elk CLB ziet nu: wachtlijst, 4 aanmeldingen wachten.');
    const services = [{ ...naft, waitWeeks: 5 }];
    expect((await list({ services, referrals: four })).seen).toBe('Elk CLB ziet nu: wachtlijst, ± 5 weken.');
    const { summary } = await fill(view, { serviceId: naft.id }, { referrals: four });
    expect(summary).toBe('Wachtlijst NAFT Vlaams-Brabant Oost: 4 wachten');
  });

  test('then a group is told as what it is', async () => {
    const data = await list({ referrals: [waiting(31, 3, { target: 'group', ageBand: null }), four[1]!] });
    expect(data.counted).toBe('2 aanmeldingen · oudste aanmelding 34 dagen');
    expect(data.rows[1]?.who).toBe('2026-0031 · groep of klas');
  });
});

describe('given a place that came free for the first', () => {
  const told = { ...four[0]!, state: 'place-free' as const, undo: undoable('waitlisted') };
  const referrals = [told, ...four.slice(1)];

  test('then it keeps its row, marked as waiting for the CLB, and the next is the first to call', async () => {
    const data = await list({ referrals });
    expect(data.rows[0]).toMatchObject({ number: '1', start: '◕ plaats vrij' });
    expect(data['legend']).toBe('⚡ dringend · ◕ wacht op de bevestiging van het CLB');
    expect(data.free).toBe('Plaats vrij voor 2026-0035');
    expect(data).toMatchObject({ undoId: told.id, undoGroup: told.undo.group });
    expect(data.undoUntil).toBe('Plaats voor 2026-0031: ongedaan maken kan tot 10.15 u.');
  });

  test('then it can be taken back no longer than 15 minutes, and what the desk wrote down by the desk only', async () => {
    const later = { now: new Date(monday10.getTime() + 16 * 60_000) };
    expect(await list({ referrals }, 0, later)).toMatchObject({ undoId: null, undoUntil: null });
    const byDesk = [{ ...told, undo: undoable('waitlisted', { side: 'desk' }) }];
    expect(await list({ referrals: byDesk })).toMatchObject({ undoId: null });
    expect(await list({ referrals: byDesk }, 0, { actor: atProvider() })).toMatchObject({ undoId: null });
    expect(await list({ referrals: byDesk }, 0, { actor: atDesk() })).toMatchObject({ undoId: told.id });
  });

  test('then with only one other there is nobody else to choose', async () => {
    expect(await list({ referrals: [told, four[1]!] })).toMatchObject({ mayChoose: false });
    expect(await list({ referrals: [told] })).toMatchObject({ firstId: null, free: null, mayChoose: false });
  });
});

describe('given more than ten', () => {
  const referrals = Array.from({ length: 24 }, (_none, index) => waiting(index + 10, 40 - index));

  test('then ten are shown at a time, numbers go on, and the first to call stays the first of all', async () => {
    const data = await list({ referrals }, '1');
    expect(data.rows.map(({ number }) => number)).toEqual(['11', '12', '13', '14', '15', '16', '17', '18', '19', '20']);
    expect(data).toMatchObject({ earlierPage: '0', nextPage: '2', free: 'Plaats vrij voor 2026-0010' });
    expect(data.counted).toContain('bladzijde 2 van 3');
  });

  test('then a page that is not there any more is the last one', async () => {
    expect((await list({ referrals }, 9)).rows).toHaveLength(4);
    expect((await list({ referrals }, 'x')).rows).toHaveLength(10);
  });
});

test('given nobody waits, then it says so', async () => {
  expect(await list({})).toMatchObject({ rows: [], counted: null, legend: null, firstId: null });
  expect((await list({})).empty).toBe('Niemand staat op deze wachtlijst.');
});

test('only the provider of the service and the desk open it; a service that does not exist shows nothing', async () => {
  const params = { serviceId: naft.id };
  expect(await mayShow(view, params, {}, atProvider())).toBeNull();
  expect(await mayShow(view, params, {}, atDesk())).toBeNull();
  expect(await mayShow(view, params, {}, atClb())).toEqual({ refused: 'only-provider' });
  expect(await mayShow(view, { serviceId: farm.id }, {}, atProvider())).toEqual({ refused: 'only-provider' });
  await expect(fill(view, params, { services: [] })).rejects.toThrow('nothing to show');
});
