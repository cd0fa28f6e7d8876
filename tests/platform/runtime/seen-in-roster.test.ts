import { expect, test } from '@jest/globals';
import { DeliveryError, type Connector } from '../../../src/contracts/connector.js';
import { askInTime as inTime } from '../../../src/platform/runtime/seen-in-roster.js';

const clb = { tenantId: 't', conversationId: '19:clb', serviceUrl: 'https://teams.example', threadId: null };
const unknown = { email: null, chatName: null, givenName: null, tenantId: null, isGuest: false };
const an = { aadObjectId: 'an', teamsId: '29:an', name: 'An', ...unknown };
type Ask = Connector['members'];
const nobody = () => Promise.resolve(null);
const askInTime = (members: Ask, patienceMs?: number) => inTime({ members, member: nobody }, patienceMs).everybody;

test('a roster is what Teams says of it', async () => {
  expect(await askInTime(() => Promise.resolve([an]))(clb)).toEqual([an]);
});

test('given Teams that refuses, then it is not known', async () => {
  expect(await askInTime(() => Promise.reject(new DeliveryError({ ending: 'answered', status: 403 })))(clb)).toBeNull();
});

test('given Teams that does not answer, then the press does not wait for it', async () => {
  expect(await askInTime(() => new Promise(() => undefined), 1)(clb)).toBeNull();
});

test('given a whole team that opens something at once, then Teams is asked once, and again afterwards', async () => {
  let asked = 0;
  const answers: ((members: (typeof an)[]) => void)[] = [];
  const ask = askInTime(() => {
    asked++;
    return new Promise((resolve) => answers.push(resolve));
  });
  const all = [ask(clb), ask(clb), ask({ ...clb, conversationId: '19:naft' })];
  expect(asked).toBe(2);
  answers.forEach((answer) => answer([an]));
  expect(await Promise.all(all)).toEqual([[an], [an], [an]]);
  void ask(clb);
  expect(asked).toBe(3);
});

test('one member is asked for by name: there, gone, or not known', async () => {
  const one = (member: Connector['member']) =>
    inTime({ members: () => Promise.resolve([]), member }, 1).one(clb, '29:an');
  expect(await one(() => Promise.resolve(an))).toEqual(an);
  expect(await one(nobody)).toBe('gone');
  expect(await one(() => Promise.reject(new DeliveryError({ ending: 'nothing' })))).toBeNull();
  expect(await one(() => new Promise(() => undefined))).toBeNull();
});
