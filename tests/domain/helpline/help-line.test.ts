import { describe, expect, it, test } from '@jest/globals';
import {
  canUndo,
  differences,
  fitsAge,
  isStale,
  phaseOf,
  type LineChange,
} from '../../../src/domain/helpline/help-line.js';
import { carePhases, helpLineKinds, kindsOf } from '../../../src/domain/helpline/kinds.js';
import { nextRound, roundOf } from '../../../src/domain/helpline/round.js';
import { isSameLine, isSameName, phoneDigits } from '../../../src/domain/helpline/same-line.js';
import { canTakeBack } from '../../../src/domain/helpline/take-back.js';
import { id } from '../../support/given.js';
import { helpLine } from '../../support/given-directory.js';

const line = helpLine({ name: 'JAC Leuven', phone: '016 12 34 56', regions: ['VBO'] });
const change = (over: Partial<LineChange>): LineChange => ({
  id: id(),
  lineId: line.id,
  what: 'edited',
  at: new Date('2026-11-16T09:00:00Z'),
  personId: null,
  organisationId: null,
  before: {},
  after: {},
  undoes: null,
  ...over,
});

test('nineteen kinds stand in four phases, each in one', () => {
  expect(helpLineKinds).toHaveLength(19);
  expect(carePhases.flatMap(kindsOf)).toEqual(helpLineKinds);
  expect(phaseOf({ kind: 'tejo' })).toBe('through-clb');
  expect(phaseOf({ kind: null })).toBeNull();
});

test('a line is stale when nobody confirmed it for half a year and a month', () => {
  expect(isStale({ assuredOn: null }, '2026-11-16')).toBe(true);
  expect(isStale({ assuredOn: '2026-04-17' }, '2026-11-16')).toBe(false);
  expect(isStale({ assuredOn: '2026-04-16' }, '2026-11-16')).toBe(true);
});

test('ages that are not told leave room for everybody', () => {
  expect(fitsAge({ minimumAge: null, maximumAge: null }, 4)).toBe(true);
  expect(fitsAge({ minimumAge: 12, maximumAge: null }, 11)).toBe(false);
  expect(fitsAge({ minimumAge: 12, maximumAge: 18 }, 18)).toBe(true);
  expect(fitsAge({ minimumAge: null, maximumAge: 18 }, 19)).toBe(false);
});

describe('what changed', () => {
  const address = { street: 'Straat 1', postalCode: '3000', city: 'Leuven' };

  it('is only what differs, before and after', () => {
    expect(differences(line, { ...line, phone: '016 99 99 99' })).toEqual({
      before: { phone: '016 12 34 56' },
      after: { phone: '016 99 99 99' },
    });
  });

  it('is nothing when only the order of keys differs, as a database may give them back', () => {
    const back = { city: 'Leuven', street: 'Straat 1', postalCode: '3000' };
    expect(differences({ ...line, address: back }, { ...line, address })).toEqual({ before: {}, after: {} });
  });

  it('can be taken back until it is changed again', () => {
    const edited = change({ before: { phone: '1' }, after: { phone: '016 12 34 56' } });
    expect(canUndo(edited, line)).toBe(true);
    expect(canTakeBack(edited, line)).toBe(true);
    expect(canTakeBack(edited, { ...line, phone: '2' })).toBe(false);
    expect(canTakeBack(change({ what: 'confirmed' }), line)).toBe(false);
  });

  it('cannot be taken back when it was the adding', () => {
    const after = { name: line.name };
    expect(canTakeBack(change({ what: 'added', after }), line)).toBe(false);
    expect(canTakeBack(change({ what: 'imported', before: { name: null as never }, after }), line)).toBe(false);
  });
});

describe('the same line twice', () => {
  it('is told by its name, whatever capitals and accents, in a region they share', () => {
    expect(isSameLine(line, { name: 'jac léuven', phone: null, regions: ['AHV', 'VBO'] })).toBe(true);
    expect(isSameLine(line, { name: 'JAC Leuven', phone: null, regions: ['AHV'] })).toBe(false);
  });

  it('is told by its phone number, however it is written', () => {
    expect(phoneDigits('+32 (0)16 12 34 56')).toBe('016123456');
    expect(isSameLine(line, { name: 'Iets anders', phone: '+32 16/12.34.56', regions: ['VBO'] })).toBe(true);
    expect(isSameLine(line, { name: 'Iets anders', phone: null, regions: ['VBO'] })).toBe(false);
  });

  it('knows an organisation by its name', () => {
    expect(isSameName('CAW Halle-Vilvoorde', 'caw halle vilvoorde')).toBe(true);
    expect(isSameName('CAW', 'CGG')).toBe(false);
  });
});

test('rounds are on 1 April and 1 October', () => {
  expect(roundOf('2026-10-01')).toBe('2026-10-01');
  expect(roundOf('2026-09-30')).toBe('2026-04-01');
  expect(roundOf('2027-01-10')).toBe('2026-10-01');
  expect(nextRound('2026-10-01')).toBe('2027-04-01');
  expect(nextRound('2026-03-31')).toBe('2026-04-01');
  expect(nextRound('2026-12-31')).toBe('2027-04-01');
});
