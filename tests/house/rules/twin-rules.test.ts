import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fieldKeys, twinFaults, unreached, type CardFile, type Twin } from './twin-rules.js';

const twin = (slug: string, more: Partial<Twin> = {}): Twin => ({
  feature: 'area',
  stem: slug,
  slug,
  kind: 'action',
  fields: [],
  hasForm: true,
  ...more,
});
const card = (slug: string, body: object[] = []): CardFile => ({
  feature: 'area',
  slug,
  source: { type: 'AdaptiveCard', body } as never,
});
const input = (id: string) => ({ type: 'Input.Text', id, label: id });
const press = (verb: string, data: object = {}) => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Execute', verb, data }],
});

test('a form with its action, a view with a button that starts it, are right', () => {
  const cards = [
    card('wait', [input('until'), press('wait')]),
    card('notice', [input('until'), press('wait'), press('open-form', { form: 'wait' })]),
  ];
  expect(
    twinFaults(cards, [twin('wait', { fields: ['until'] }), twin('notice', { kind: 'view', fields: null })]),
  ).toEqual([]);
});

describe('a fault is', () => {
  test.each<[string, CardFile[], Twin[], RegExp]>([
    ['a card without twin', [card('wait')], [], /no twin/],
    ['a card whose twin lives elsewhere', [card('wait')], [twin('wait', { feature: 'other' })], /no twin/],
    ['a view without card', [], [twin('wait', { kind: 'view' })], /has no card/],
    ['a form without card', [], [twin('wait')], /has no card/],
    ['a card for an action without form', [card('wait')], [twin('wait', { hasForm: false })], /no form\(\)/],
    ['a slug that is not the file', [card('wait')], [twin('wait', { stem: 'other' })], /its slug is wait/],
    ['a slug twice', [card('wait')], [twin('wait'), twin('wait')], /exists twice/],
    ['an unknown verb', [card('wait', [press('nope')])], [twin('wait')], /no action nope/],
    [
      'a button for what only the program starts',
      [card('look', [press('happen')])],
      [twin('look', { kind: 'view' }), twin('happen', { kind: 'reaction', hasForm: false })],
      /no action happen/,
    ],
    [
      'a form that does not exist',
      [card('wait', [press('open-form', { form: 'nope' })])],
      [twin('wait')],
      /no form or view nope/,
    ],
    ['an input without field', [card('wait', [input('a')])], [twin('wait')], /input a is no field/],
    ['a field without input', [card('wait')], [twin('wait', { fields: ['a'] })], /no input for field a/],
    [
      'an input of a view that goes nowhere',
      [card('wait', [input('a')])],
      [twin('wait', { kind: 'view' })],
      /input a is no field/,
    ],
  ])('%s', (_name, cards, twins, fault) => {
    expect(twinFaults(cards, twins).join('\n')).toMatch(fault);
  });
});

test('an action without form needs no card', () => {
  expect(twinFaults([], [twin('contact', { hasForm: false })])).toEqual([]);
});

test('the keys of fields are found through whatever is wrapped around them', () => {
  const fields = z.object({ a: z.string(), b: z.string().optional() });
  expect(fieldKeys(fields)).toEqual(['a', 'b']);
  expect(fieldKeys(fields.refine(() => true).transform((value) => value.a))).toEqual(['a', 'b']);
  expect(fieldKeys(fields.and(z.object({ c: z.string() })))).toEqual(['a', 'b', 'c']);
  expect(fieldKeys(z.union([fields, z.strictObject({ d: z.string() })]))).toEqual(['a', 'b', 'd']);
  expect(fieldKeys(z.preprocess((value) => value, fields))).toEqual(['a', 'b']);
  expect(fieldKeys(z.record(z.string(), z.string()))).toBeNull();
  expect(fieldKeys(z.object({}))).toEqual([]);
});

test('an action that no word and no button starts is named', () => {
  const cards = [card('look', [press('wait'), press('open-form', { form: 'stop' })])];
  const actions = [{ slug: 'wait' }, { slug: 'stop' }, { slug: 'say', words: {} }, { slug: 'hidden' }];
  expect(unreached(actions, cards)).toEqual(['hidden']);
});
