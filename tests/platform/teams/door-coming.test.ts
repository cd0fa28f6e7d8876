import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Turn } from '../../../src/contracts/turn.js';
import { an, bot, message, openBench, tenantId } from './door-bench.js';
import type { Bench } from './door-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.turns.length = 0;
  bench.logged.length = 0;
  bench.answer = () => ({ kind: 'nothing' });
});

async function turnOf(activity: unknown): Promise<Turn | undefined> {
  bench.turns.length = 0;
  expect((await bench.send(activity)).status).toBe(200);
  expect(bench.turns.length).toBeLessThan(2);
  return bench.turns[0];
}

describe('coming and going', () => {
  const update = (other: object) => turnOf(message({ type: 'conversationUpdate', text: undefined, ...other }));
  const install = (action: string) => turnOf(message({ type: 'installationUpdate', text: undefined, action }));

  it('of people', async () => {
    const jan = { id: '29:jan', aadObjectId: 'aad-jan' };
    const people = [
      { teamsId: '29:jan', aadObjectId: 'aad-jan', name: '' },
      { teamsId: '29:an', aadObjectId: 'aad-an', name: 'An Peeters' },
    ];
    expect(await update({ membersAdded: [jan, an] })).toMatchObject({ kind: 'joined', people });
    expect(await update({ membersRemoved: [jan, an] })).toMatchObject({ kind: 'left', people });
    expect(await update({ membersAdded: [{ id: '29:tel' }] })).toMatchObject({ people: [{ aadObjectId: '' }] });
  });

  it('of the bot itself, told in two ways', async () => {
    expect(await update({ membersAdded: [an, bot] })).toMatchObject({ kind: 'installed' });
    expect(await update({ membersRemoved: [bot] })).toMatchObject({ kind: 'removed' });
    expect(await install('add')).toMatchObject({ kind: 'installed' });
    expect(await install('add-upgrade')).toBeUndefined();
    expect(await install('remove')).toMatchObject({ kind: 'removed' });
    expect(await install('remove-upgrade')).toBeUndefined();
  });

  it('of one channel alone, without the team it belongs to', async () => {
    const inChannel = (
      eventType: string,
      members: object,
      channel: object | null = { id: '19:gedeeld@thread.tacv2' },
    ) =>
      update({
        ...members,
        channelData: { tenant: { id: tenantId }, team: { id: '19:team@thread.tacv2' }, eventType, channel },
      });
    const there = { conversationId: '19:gedeeld@thread.tacv2', teamId: null, scope: 'channel' };
    const told = (eventType: string, members: object = {}) => inChannel(eventType, members);
    expect(await told('channelDeleted')).toMatchObject({ kind: 'removed', conversation: there });
    expect(await told('channelMemberRemoved', { membersRemoved: [bot] })).toMatchObject({ conversation: there });
    expect(await told('channelMemberAdded', { membersAdded: [an] })).toMatchObject({
      kind: 'joined',
      conversation: there,
    });
    expect(await told('channelMemberAdded', { membersAdded: [bot] })).toMatchObject({
      kind: 'installed',
      conversation: there,
    });
    expect(await inChannel('channelDeleted', {}, null)).toBeUndefined();
    expect(await told('teamMemberRemoved', { membersRemoved: [bot] })).toMatchObject({
      kind: 'removed',
      conversation: { teamId: '19:team@thread.tacv2' },
    });
  });

  it('of the place itself', async () => {
    const gone = (eventType: string) =>
      update({ channelData: { tenant: { id: tenantId }, eventType, channel: { id: '19:weg@thread.tacv2' } } });
    expect(await gone('channelDeleted')).toMatchObject({
      kind: 'removed',
      conversation: { conversationId: '19:weg@thread.tacv2' },
    });
    expect(await gone('teamDeleted')).toMatchObject({ kind: 'removed' });
    expect(await gone('teamHardDeleted')).toMatchObject({ kind: 'removed' });
    expect(await gone('teamRestored')).toMatchObject({ kind: 'restored' });
    expect(await gone('channelRestored')).toMatchObject({ kind: 'restored' });
    expect(await gone('channelShared')).toMatchObject({ kind: 'joined', people: [] });
    expect(await gone('channelUnshared')).toMatchObject({ kind: 'left', people: [] });
    expect(await gone('channelRenamed')).toBeUndefined();
  });
});
