import { describe, expect, test } from '@jest/globals';
import { fitFactsOf, fitting, offersOf, readProvider } from '../../../src/domain/intake/index.js';
import { readRegion, readWho, type PupilAnswer, type RegionAnswer } from '../../../src/domain/intake/index.js';
import { service } from '../../support/given.js';

const today = '2026-11-16';
const typed = {
  agreedWithSchool: 'yes',
  pupilName: 'Noor',
  birthDate: '9/3/2012',
  schoolForm: 'bso',
  schoolName: 'School',
  domicile: 'Leuven',
  schoolPlace: 'Leuven',
};
const valueOf = <T>(read: { ok: boolean; value?: unknown }): T => read.value as T;
const facts = fitFactsOf(
  'pupil',
  valueOf<PupilAnswer>(readWho(typed, today)),
  valueOf<RegionAnswer>(readRegion(typed)),
);

const east = service({ name: 'Oost', waitWeeks: 5 });
const farm = service({ name: 'Hoeve', waitWeeks: 0 });
const full = service({ name: 'Vol', fullUntil: '2027-08-31' });
const silent = service({ name: 'Stil' });
const west = service({ name: 'West', regions: ['AHV'] });
const offers = offersOf(
  [east, full, farm, silent, west].map((one) => ({ service: one, waiting: 0, measured: null })),
  facts,
  today,
);

describe('step 6, the provider', () => {
  test('what can start soonest first, full last', () => {
    expect(fitting(offers).map((offer) => offer.service.name)).toEqual(['Hoeve', 'Stil', 'Oost', 'Vol']);
  });

  test('what does not fit says why', () => {
    expect(offers.find((offer) => offer.service === west)?.misfits).toEqual(['region']);
  });

  test.each([
    ['', 'service-missing'],
    ['00000000-0000-4000-8000-999999999999', 'service-gone'],
    [full.id as string, 'service-full'],
    [west.id as string, 'service-does-not-fit'],
  ])('%s: %s', (chosen, code) => {
    expect(readProvider({ service: chosen }, offers)).toEqual({ ok: false, errors: { service: code } });
  });

  test('a service, or the desk chooses', () => {
    expect(readProvider({ service: east.id }, offers)).toEqual({ ok: true, value: { service: east } });
    expect(readProvider({ service: 'desk' }, [])).toEqual({ ok: true, value: { service: null } });
  });
});
