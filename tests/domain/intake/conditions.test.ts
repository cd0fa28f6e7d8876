import { describe, expect, test } from '@jest/globals';
import { intakeStopsOf, readConditions } from '../../../src/domain/intake/index.js';

const right = { carePhase: 'extended-care', indication: 'yes', agreedWithSchool: 'yes' };
const errorsOf = (typed: Record<string, string>) => {
  const read = readConditions(typed);
  return read.ok ? {} : read.errors;
};

describe('may this be referred', () => {
  test('nothing that has to be confirmed is taken for granted', () => {
    expect(errorsOf({})).toEqual({ gate: 'gate-missing' });
    expect(errorsOf({ gate: 'no' })).toEqual({ gate: 'gate-missing' });
    expect(errorsOf({ ...right, indication: '' })).toEqual({ gate: 'gate-missing' });
  });

  test('one statement confirms all of it, and so do the three answers of before', () => {
    expect(errorsOf({ gate: 'yes' })).toEqual({});
    expect(errorsOf(right)).toEqual({});
  });

  test('what was said to be missing stops it, also when the statement was confirmed', () => {
    expect(intakeStopsOf({ gate: 'yes', indication: 'no' })).toEqual(['indication-not-done']);
  });

  test('an ordinary question comes from the CLB for a pupil', () => {
    expect(readConditions(right)).toEqual({
      ok: true,
      value: { source: 'clb', target: 'pupil', carePhase: 'extended-care', agreedWithSchool: true },
    });
  });

  test.each([
    ['danger', 'yes', 'danger'],
    ['carePhase', 'increased-care', 'care-not-gone-through'],
    ['carePhase', 'broad-basic-care', 'care-not-gone-through'],
    ['indication', 'no', 'indication-not-done'],
    ['agreedWithSchool', 'no', 'not-agreed'],
  ])('%s %s stops it: %s (R2, R20)', (field, value, stop) => {
    expect(errorsOf({ ...right, gate: 'yes', [field]: value })).toEqual({ [field]: stop });
    expect(intakeStopsOf({ ...right, [field]: value })).toEqual([stop]);
  });

  test('danger comes before everything, also before what is not filled in', () => {
    expect(intakeStopsOf({ danger: 'yes' })).toEqual(['danger']);
  });

  test('what is not filled in yet is no stop', () => {
    expect(intakeStopsOf({ carePhase: 'extended-care' })).toEqual([]);
    expect(intakeStopsOf(right)).toEqual([]);
  });

  test('a pupil without school needs no agreement, a group does (R3, R6)', () => {
    expect(readConditions({ ...right, agreedWithSchool: 'no-school' })).toMatchObject({
      ok: true,
      value: { agreedWithSchool: false },
    });
    expect(readConditions({ gate: 'yes', enrolment: 'not-enrolled-nearest-clb' })).toMatchObject({
      value: { agreedWithSchool: false },
    });
    expect(errorsOf({ ...right, target: 'group', agreedWithSchool: 'no-school' })).toEqual({
      agreedWithSchool: 'school-needed',
    });
  });
});
