import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { action, view } from '../../../src/contracts/action.js';
import type { Press } from '../../../src/contracts/turn.js';
import { createRegistry } from '../../../src/platform/runtime/registry.js';
import { inTodaysWords } from '../../../src/platform/runtime/todays-words.js';
import { conversation } from '../../support/given.js';

const formerly = (was: string) => ({ slugs: [was], keys: { placeId: 'channelId' } });
const nothing = { subject: z.object({}), fields: z.object({}), load: async () => ({}), may: () => null };
const unlink = action({
  slug: 'unlink-channel',
  formerly: formerly('unlink-place'),
  ...nothing,
  decide: () => ({}),
});
const linked = view({
  slug: 'linked-channel',
  formerly: formerly('linked-place'),
  audience: 'stored',
  params: z.object({}),
  load: async () => ({}),
  fill: () => ({}),
  summary: () => '',
});
const registry = createRegistry([{ name: 'linking', actions: [unlink], views: [linked], jobs: [] }]);

const press = (verb: string, data: Press['data']): Press => ({
  kind: 'press',
  activityId: 'f:1',
  conversation: conversation(),
  sender: { aadObjectId: 'aad', teamsId: '29:an', name: 'An Peeters', tenantId: 'tenant-1' },
  locale: 'nl-BE',
  verb,
  data,
  messageId: null,
  automatic: false,
  how: 'execute',
});
const today = (verb: string, data: Press['data']) => {
  const { verb: now, data: with_ } = inTodaysWords(press(verb, data), registry);
  return [now, with_];
};

describe('a press on a card that was posted before a rename', () => {
  it.each([
    ['its verb', 'unlink-place', { placeId: 'p' }, ['unlink-channel', { channelId: 'p' }]],
    [
      'the form it opens',
      'open-form',
      { form: 'unlink-place', placeId: 'p' },
      ['open-form', { form: 'unlink-channel', channelId: 'p' }],
    ],
    [
      'the view it shows',
      'show',
      { view: 'linked-place', placeId: 'p' },
      ['show', { view: 'linked-channel', channelId: 'p' }],
    ],
  ])('is in today’s words: %s', (_what, verb, data, expected) => {
    expect(today(verb, data)).toEqual(expected);
  });

  it('does not put an old value over a present one', () => {
    expect(today('unlink-channel', { channelId: 'new', placeId: 'old' })[1]).toEqual({ channelId: 'new' });
  });

  it.each([
    ['free-place', { placeId: 'p' }],
    ['open-form', {}],
  ])('“%s” that was never renamed comes as it is', (verb, data) => {
    expect(today(verb, data)).toEqual([verb, data]);
  });
});
