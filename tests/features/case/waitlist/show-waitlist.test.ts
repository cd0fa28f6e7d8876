import { describe, expect, test } from '@jest/globals';
import type { Action, View } from '../../../../src/contracts/action.js';
import { showAvailability } from '../../../../src/features/case/waitlist/show-availability.js';
import { showWaitlist } from '../../../../src/features/case/waitlist/show-waitlist.js';
import { waitlistChoice } from '../../../../src/features/case/waitlist/waitlist-choice.js';
import { commandIn } from '../../../../src/platform/commands.js';
import { done, fill, mayShow, refused } from '../referral/act.js';
import { atClb, atDesk, atProvider, desk, farm, naft, nobody, provider, uuid, waiting } from '../referral/world.js';

const list = showWaitlist as Action;
const availability = showAvailability as Action;
const two = { services: [naft, { ...farm, organisationId: provider.id }] };

test('both answer to their words', () => {
  const actions = [list, availability];
  for (const said of ['wachtlijst', 'Wachtlijst', 'waiting list']) expect(commandIn(actions, said)?.action).toBe(list);
  for (const said of ['beschikbaarheid', 'availability']) expect(commandIn(actions, said)?.action).toBe(availability);
});

describe('given a provider', () => {
  test('with one service, then its list and its availability are shown at once', async () => {
    expect(await done(list, { world: {}, by: atProvider() })).toEqual({
      reply: { show: 'service-waitlist', with: { serviceId: naft.id } },
    });
    expect(await done(availability, { world: {}, by: atProvider() })).toEqual({
      reply: { form: 'set-availability', with: { serviceId: naft.id } },
    });
  });

  test('with several, then it is asked which', async () => {
    expect(await done(list, { world: two, by: atProvider() })).toEqual({
      reply: { show: 'waitlist-choice', with: { organisationId: provider.id } },
    });
    expect(await done(availability, { world: two, by: atProvider() })).toEqual({
      reply: { form: 'set-availability', with: {} },
    });
  });

  test('without a service, then it is told to ask the Meldpunt', async () => {
    for (const action of [list, availability])
      expect(await refused(action, { world: { services: [] }, by: atProvider() })).toEqual({ refused: 'no-service' });
  });
});

test('the desk chooses among all of them', async () => {
  expect((await done(list, { world: {}, by: atDesk() })).reply).toMatchObject({
    show: 'waitlist-choice',
    with: { organisationId: desk.id },
  });
});

test('a CLB is shown the way to its own referrals; who is in no team, how to get there', async () => {
  for (const action of [list, availability]) {
    expect(await refused(action, { world: {}, by: atClb() })).toEqual({ refused: 'for-providers' });
    expect(await refused(action, { world: {}, by: nobody() })).toEqual({ refused: 'not-a-member' });
  }
});

describe('waitlist-choice', () => {
  const view = waitlistChoice as View;
  const referrals = [waiting(31, 41), waiting(35, 34)];

  test('tells of each list how many wait and how long', async () => {
    const { data, summary } = await fill(view, { organisationId: provider.id }, { ...two, referrals });
    expect(data).toEqual({
      rows: [
        { serviceId: naft.id, service: 'NAFT Vlaams-Brabant Oost', counted: '2 wachten · oudste aanmelding 41 dagen' },
        { serviceId: farm.id, service: 'Zorgboerderij Voorbeeld', counted: 'niemand wacht' },
      ],
      more: null,
    });
    expect(summary).toBe('Kies een wachtlijst');
  });

  test('shows the desk all services, and says when there are more than fit', async () => {
    const services = Array.from({ length: 22 }, (_none, index) => ({ ...naft, id: uuid<typeof naft.id>(`9${index}`) }));
    const { data } = await fill(view, { organisationId: desk.id }, { services });
    expect(data['rows']).toHaveLength(20);
    expect(data['more']).toBe('Nog 2 andere wachtlijsten staan hier niet.');
  });

  test('is for that organisation only', async () => {
    expect(await mayShow(view, { organisationId: provider.id }, {}, atProvider())).toBeNull();
    expect(await mayShow(view, { organisationId: desk.id }, {}, atProvider())).toEqual({ refused: 'only-provider' });
    await expect(fill(view, { organisationId: uuid('99') }, {})).rejects.toThrow('nothing to show');
  });
});
