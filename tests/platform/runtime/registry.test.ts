import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { action, reaction, view, type Action, type Feature } from '../../../src/contracts/action.js';
import { createRegistry } from '../../../src/platform/runtime/registry.js';

const nothing = {
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: () => null,
  decide: () => ({}),
};
const press = action({ slug: 'press', ...nothing });
const happen = reaction({ slug: 'happen', startedBy: 'event', ...nothing });
const look = view({
  slug: 'look',
  audience: 'stored',
  params: z.object({}),
  load: async () => ({}),
  fill: () => ({}),
  summary: () => '',
});
const feature = (over: Partial<Feature>): Feature => ({ name: 'one', actions: [], views: [], jobs: [], ...over });

describe('the registry', () => {
  it('keeps what the program starts apart from what a press or a word can start', () => {
    const registry = createRegistry([feature({ actions: [press], reactions: [happen] })]);
    expect([registry.action('press'), registry.action('happen')]).toEqual([press, null]);
    expect([registry.reaction('press'), registry.reaction('happen')]).toEqual([null, happen]);
    expect(registry.actions).toEqual([press]);
  });

  it('knows what was renamed by its former slug too, which nothing else may have today', () => {
    const renamed = { ...press, slug: 'push', formerly: { slugs: ['press'] } };
    expect(createRegistry([feature({ actions: [renamed] })]).action('press')).toBe(renamed);
    expect(() => createRegistry([feature({ actions: [renamed, press] })])).toThrow(/push was called press/);
  });

  it('refuses to start with a reaction among the actions', () => {
    const smuggled = { ...happen } as object as Action;
    expect(() => createRegistry([feature({ actions: [smuggled] })])).toThrow(/happen is started by the program only/);
  });

  it.each([
    ['two actions', { actions: [press, { ...press }] }],
    ['an action and a reaction', { actions: [press], reactions: [{ ...happen, slug: 'press' }] }],
    ['a view and a reaction', { views: [look], reactions: [{ ...happen, slug: 'look' }] }],
    ['an action and a view', { actions: [{ ...press, slug: 'look' }], views: [look] }],
  ])('refuses one slug for %s', (_, parts) => {
    expect(() => createRegistry([feature(parts)])).toThrow(/two parts are called/);
  });

  it('gathers the pages, and refuses two at one address; a form may be posted to where it stands', () => {
    const page = { path: '/aanbod', answer: () => ({ goTo: '/', forGood: false }) };
    const posted = { ...page, method: 'POST' as const };
    expect(createRegistry([feature({ pages: [page, posted] })]).pages).toEqual([page, posted]);
    expect(() => createRegistry([feature({ pages: [page, { ...page }] })])).toThrow(/two parts are called GET/);
  });
});
