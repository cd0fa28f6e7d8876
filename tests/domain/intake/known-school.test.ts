import { describe, expect, test } from '@jest/globals';
import { mergeTyped, readSchoolText, schoolIn, schoolKey, schoolText } from '../../../src/domain/intake/index.js';

const atheneum = { name: 'Atheneum Voorbeeld, afdeling B', municipality: 'Leuven' };

describe('a school of which a CLB referred before', () => {
  test('is read back from its text in the list', () => {
    expect(schoolText(atheneum)).toBe('Atheneum Voorbeeld, afdeling B, Leuven');
    expect(readSchoolText(schoolText(atheneum))).toEqual(atheneum);
    expect(readSchoolText('')).toBeNull();
    expect(readSchoolText('Leuven')).toBeNull();
  });

  test('is known once its name and its place are; by its municipality, however the place was written', () => {
    expect(schoolIn({ schoolName: ' Lyceum ', schoolPlace: '3001' })).toEqual({
      name: 'Lyceum',
      municipality: 'Leuven',
    });
    expect(schoolIn({ schoolName: 'Lyceum', schoolPlace: 'Luven' })).toBeNull();
    expect(schoolIn({ schoolPlace: 'Leuven' })).toBeNull();
  });

  test('is the same in another spelling, not in another place', () => {
    const key = schoolKey({ name: 'Sint-Pieter', municipality: 'Leuven' });
    expect(schoolKey({ name: 'ST. PIETER', municipality: 'leuven' })).toBe(key);
    expect(schoolKey({ name: 'Sint-Pieter', municipality: 'Tienen' })).not.toBe(key);
  });
});

describe('the school that a press brings', () => {
  const typed = { schoolName: 'Lyceum', schoolPlace: 'Tienen' };
  const press = (given: Record<string, string>) => mergeTyped(typed, 'describe-pupil', given);
  const schoolChoice = schoolText(atheneum);
  const chosen = { schoolName: atheneum.name, schoolPlace: atheneum.municipality };

  test('is the one that was chosen in the list; the choice itself is not kept', () => {
    expect(press({ schoolChoice, schoolName: '', schoolPlace: '' })).toEqual(chosen);
    expect(press({ schoolChoice, ...typed })).toEqual(chosen);
  });

  test('is the one that was typed with it, when that is another', () => {
    const other = { schoolName: 'Instituut', schoolPlace: 'Aarschot' };
    expect(press({ schoolChoice, ...other })).toEqual(other);
  });

  test('lies where its municipality was chosen, unless another was typed with it', () => {
    const school = { schoolName: 'Instituut', schoolPlace: '' };
    expect(press({ schoolChoice: '', ...school, placeChoice: 'Leuven' })).toEqual({ ...school, schoolPlace: 'Leuven' });
    expect(press({ ...typed, placeChoice: 'Leuven' })).toEqual({ ...typed, schoolPlace: 'Leuven' });
    const elsewhere = { ...school, schoolPlace: 'Mechelen' };
    expect(press({ ...elsewhere, placeChoice: 'Leuven' })).toEqual(elsewhere);
    expect(press({ schoolChoice, ...typed, placeChoice: 'Halle' })).toEqual(chosen);
  });

  test('is none when neither was filled in, and stays when the card does not ask', () => {
    expect(press({ schoolChoice: '', schoolName: '', schoolPlace: '' })).toEqual({ schoolName: '', schoolPlace: '' });
    expect(press({})).toEqual(typed);
  });
});
