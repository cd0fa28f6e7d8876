import { describe, expect, test } from '@jest/globals';
import { mergeTyped, readLocality, readRegion, regionChoices } from '../../../src/domain/intake/index.js';

const errorsOf = (typed: Record<string, string>) => {
  const read = readRegion(typed);
  return read.ok ? {} : read.errors;
};

describe('the region (R7)', () => {
  test('one region needs no choice and says why', () => {
    expect(readRegion({ domicile: 'Kessel-Lo', schoolPlace: '3000', clbPlace: 'Gent' })).toMatchObject({
      ok: true,
      value: { region: 'VBO', because: ['domicile', 'school'], chosen: false },
    });
  });

  test('both regions: the worker chooses', () => {
    const both = { domicile: 'Leuven', schoolPlace: 'Zaventem' };
    expect(regionChoices(both)).toEqual(['VBO', 'AHV']);
    expect(errorsOf(both)).toEqual({ region: 'region-choose' });
    expect(errorsOf({ ...both, region: 'outside' })).toEqual({ region: 'region-choose' });
    expect(readRegion({ ...both, region: 'AHV' })).toMatchObject({
      value: { region: 'AHV', because: ['school'], chosen: true },
    });
  });

  test('a choice made before does not hold when one region is left', () => {
    expect(readRegion({ domicile: 'Leuven', schoolPlace: 'Leuven', region: 'AHV' })).toMatchObject({
      value: { region: 'VBO', chosen: false },
    });
  });

  test('none: the province is known and it may still be sent to the desk', () => {
    const none = { domicile: 'Gent', schoolPlace: '3500' };
    expect(errorsOf(none)).toEqual({ region: 'region-outside' });
    expect(readRegion({ ...none, region: 'outside' })).toMatchObject({
      value: {
        region: 'outside',
        because: [],
        localities: {
          domicile: { name: 'Gent', nis: null, province: 'east-flanders' },
          school: { province: 'limburg' },
        },
      },
    });
  });

  test.each([
    [{ schoolPlace: 'Leuven' }, { domicile: 'domicile-missing' }],
    [{ domicile: 'Leuven' }, { schoolPlace: 'schoolPlace-missing' }],
    [{ domicile: 'Leuven', schoolPlace: 'Luven' }, { schoolPlace: 'locality-unknown' }],
    [{ domicile: 'Zzzzzzzzzz', schoolPlace: 'Leuven' }, { domicile: 'locality-unknown-bare' }],
    [{ domicile: 'Hofstade', schoolPlace: 'Leuven' }, { domicile: 'locality-ambiguous' }],
    [{ domicile: 'Leuven', schoolPlace: 'Leuven', residence: 'Luven' }, { residence: 'locality-unknown' }],
    [{ domicile: 'Leuven', schoolPlace: 'Leuven', clbPlace: 'Luven' }, { clbPlace: 'locality-unknown' }],
  ])('%j: %j', (typed, errors) => {
    expect(errorsOf(typed as Record<string, string>)).toEqual(errors);
  });

  test('who is not enrolled near home needs no school', () => {
    expect(errorsOf({ domicile: 'Leuven', enrolment: 'not-enrolled-nearest-clb' })).toEqual({});
  });

  test('a group has a school and a CLB, no home (R3)', () => {
    expect(errorsOf({ target: 'group' })).toEqual({ schoolPlace: 'schoolPlace-missing' });
    expect(readRegion({ target: 'group', schoolPlace: 'Halle', domicile: 'Leuven' })).toMatchObject({
      value: { region: 'AHV', because: ['school'] },
    });
  });

  test.each(['buiten Vlaams-Brabant', 'outside Vlaams-Brabant', 'Buitenland', 'abroad'])('%s is outside', (text) => {
    expect(readLocality({ domicile: text }, 'domicile')).toMatchObject({ kind: 'locality', locality: { nis: null } });
  });

  test('a choice under a locality replaces what was typed, unless that was changed', () => {
    const asked = { domicile: 'Hofstade', schoolPlace: 'Leuven' };
    const reading = readLocality(asked, 'domicile');
    if (reading.kind !== 'ambiguous') throw new Error('Hofstade is asked');
    for (const { label } of reading.choices) {
      const typed = mergeTyped(asked, 'describe-pupil', { ...asked, domicileChoice: label });
      expect(typed).toEqual({ ...asked, domicile: label });
      expect(readLocality(typed, 'domicile').kind).toBe('locality');
    }
    expect(
      mergeTyped(asked, 'describe-pupil', { domicile: 'Leuven', domicileChoice: 'Hofstade (9308, Aalst)' }),
    ).toEqual({
      domicile: 'Leuven',
      schoolPlace: 'Leuven',
    });
  });
});
