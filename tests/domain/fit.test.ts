import { describe, expect, test } from '@jest/globals';
import { availabilityOf, misfits, type FitFacts } from '../../src/domain/fit.js';
import { service } from '../support/given.js';

const facts = (over: Partial<FitFacts> = {}): FitFacts => ({
  target: 'pupil',
  regions: ['VBO'],
  age: 14,
  schoolForm: 'bso',
  startedSecondary: true,
  ...over,
});

describe('whether a service fits', () => {
  test('it does when region, age and school form fit', () => {
    expect(misfits(service({ schoolForms: ['bso'] }), facts())).toEqual([]);
  });

  test.each([
    ['region', {}, { regions: ['AHV'] }],
    ['region', {}, { regions: [] }],
    ['too-young', {}, { age: 11 }],
    ['too-old', {}, { age: 19 }],
    ['school-form', { schoolForms: ['tso'] as const }, {}],
    ['not-in-secondary', { fromFirstSecondary: true }, { startedSecondary: false }],
  ])('%s', (why, over, given) => {
    expect(misfits(service(over), facts(given))).toEqual([why]);
  });

  test('one region in common is enough, also for a service of both or a pupil of both', () => {
    expect(misfits(service({ regions: ['VBO', 'AHV'] }), facts({ regions: ['AHV'] }))).toEqual([]);
    expect(misfits(service({ regions: ['AHV'] }), facts({ regions: ['VBO', 'AHV'] }))).toEqual([]);
  });

  test('the ages named are still in', () => {
    expect(misfits(service(), facts({ age: 12 }))).toEqual([]);
    expect(misfits(service(), facts({ age: 18 }))).toEqual([]);
  });

  test('what is not known excludes nothing', () => {
    const unknown = facts({ age: null, schoolForm: null, startedSecondary: null });
    expect(misfits(service({ schoolForms: ['tso'], fromFirstSecondary: true }), unknown)).toEqual([]);
    expect(misfits(service({ minimumAge: null, maximumAge: null }), facts({ age: 3 }))).toEqual([]);
  });

  test('tells every reason at once', () => {
    expect(misfits(service(), facts({ regions: ['AHV'], age: 9 }))).toEqual(['region', 'too-young']);
  });
});

describe('what may be expected of a service', () => {
  const day = '2026-11-16';
  test.each([
    ['full up to and including its last day', { fullUntil: day }, 3, { kind: 'full', until: day }],
    ['no longer full the day after', { fullUntil: '2026-11-15' }, 0, { kind: 'unknown' }],
    ['a list when somebody waits', { waitWeeks: 0 }, 2, { kind: 'waitlist', weeks: null, waiting: 2 }],
    ['a list when the provider names a wait', { waitWeeks: 5 }, 0, { kind: 'waitlist', weeks: 5, waiting: 0 }],
    ['a place when the provider said so', { waitWeeks: 0 }, 0, { kind: 'place' }],
    ['nothing is promised that nobody said', {}, 0, { kind: 'unknown' }],
  ])('%s', (_name, over, waiting, expected) => {
    expect(availabilityOf(service(over), waiting, day)).toEqual(expected);
  });
});
