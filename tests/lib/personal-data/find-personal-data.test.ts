import { describe, expect, test } from '@jest/globals';
import { findPersonalData, type KnownNames } from '../../../src/lib/personal-data/index.js';
import { today } from './sentences.js';

/** What was found, readable: 'phone 016 12 34 56'. */
const found = (text: string, known?: KnownNames): string[] =>
  findPersonalData(text, today, known).map(({ kind, at, length }) => `${kind} ${text.slice(at, at + length)}`);

describe('a finding', () => {
  test('says kind and place, never the words', () => {
    expect(findPersonalData('Bel 016/12 34 56.', today)).toEqual([{ kind: 'phone', at: 4, length: 12 }]);
  });

  test('comes in the order of the text, without overlap', () => {
    expect(found('Mama van Jonas: jonas@mail.be, 0470 12 34 56, Kerkstraat 3')).toEqual([
      'person-name Jonas',
      'email jonas@mail.be',
      'phone 0470 12 34 56',
      'address Kerkstraat 3',
    ]);
  });
});

describe('phone numbers', () => {
  test.each([
    '016/12 34 56',
    '016 12 34 56',
    '(016) 12 34 56',
    '02/555.12.34',
    '02-555 12 34',
    '0470 12 34 56',
    '0470/123456',
    '0470.12.34.56',
    '0470-12-34-56',
    '+32470123456',
    '+32 (0)470 12 34 56',
    '0032 470 12 34 56',
    '470 12 34 56',
    '+31 6 12345678',
    '0800 12 345',
    '078 15 15 15',
    '0900 12 345',
  ])('%s', (phone) => {
    expect(found(`Bel ${phone}, na vier uur.`)).toEqual([`phone ${phone}`]);
  });

  test.each([
    'in 2025 en 2026',
    'op 01.02.2026 om 9 uur',
    'op 03/12/2025 3 keer',
    'van 09.30-12.00 is er plaats',
    'aanmelding 2026-0042',
    'ondernemingsnummer 0419.052.173',
    'de som is 0470123456789',
    '0,47 procent en 016 leerlingen',
    '1500, 1600 en 1700',
  ])('none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('one of the case also in a spelling that is none elsewhere', () => {
    expect(found('nummer 12-99-881', { phones: ['1299881'] })).toEqual(['phone 12-99-881']);
  });
});

describe('dates', () => {
  test.each([
    ['geboren in het jaar 2011', []],
    ['geboren op 3 september 2026', ['birth-date 3 september 2026']],
    ['een meisje van 3/9/2012', ['birth-date 3/9/2012']],
    ['een meisje van 3/9/2024', []],
    ['iemand van 3/9/1995', []],
    ['het besluit van de Vlaamse Regering van 21 april 2017', []],
    ['de regeling van 1 september 2019', []],
    ['op 31/02/2012', []],
    ['op 15 oktober 2022 telden we 34 wachtenden', []],
    ['van 15/09/2021 tot 30/06/2022', []],
    ['ze verjaart op 14 maart', ['birth-date 14 maart']],
    ['geboren op veertien maart 2011', ['birth-date maart 2011']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('of the case with a short year', () => {
    expect(found('die van 14.03.11', { birthDates: ['2011-03-14'] })).toEqual(['birth-date 14.03.11']);
  });
});

describe('names of the case', () => {
  const known = { pupilNames: ['Roos Van Leuven', 'De Smet, Bo'], schoolNames: ['VBS De Ring Diest', 'KA Leuven'] };

  test.each([
    ['Roos wacht', ['pupil-name Roos']],
    ['een roos wacht', []],
    ['Leuven wacht', []],
    ['roos van leuven wacht', ['pupil-name roos van leuven']],
    ['de school van Bo', ['pupil-name Bo']],
    ['bo de smet', ['pupil-name bo de smet']],
    ['Van de school De mama', []],
    ['in De Ring', ['school-name De Ring']],
    ['in een ring rond Diest', []],
    ['op ka leuven', ['school-name ka leuven']],
    ['op de VBS', []],
    ['volgens Leuvense cijfers', []],
  ])('%s', (text, expected) => {
    expect(found(text, known)).toEqual(expected);
  });
});

test('a long name of the case with one slip is still that name; in lower case it is a name, but not that one', () => {
  const known = { pupilNames: ['Yasmine Peeters'] };
  expect(found('toen Yasmien kwam', known)).toEqual(['pupil-name Yasmien']);
  expect(found('toen yasmien kwam', known)).toEqual(['person-name yasmien']);
});

describe('schools without a case', () => {
  test.each([
    ['Sint-Tarcisius wil het anders', ['school-name Sint-Tarcisius']],
    ['in Sint-Pieters-Leeuw', []],
    ['in het Sint-Jansziekenhuis', []],
    ['atheneum Tienen', ['school-name atheneum Tienen']],
    ['een atheneum in Tienen', []],
    ['basisschool Tienen', []],
    ['elk college moet', []],
    ['de school VDAB', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('names without a case', () => {
  test.each([
    ['Dhr. de Smet belde', ['person-name de Smet']],
    ['SARA PEETERS', ['person-name SARA PEETERS']],
    ['bel Noor Voorbeeld', ['person-name Noor Voorbeeld']],
    ['Noor zit in Leuven', []],
    ['minister Ben Weyts', []],
    ['leerling Y. en jongere A.', []],
    ['klas B. Leerlingen wachten', []],
    ['het project heet Anker', []],
    ['hij heet Kofi', ['person-name Kofi']],
    ['de begeleider NAFT', []],
    ['Precious, 15 jaar', ['person-name Precious']],
    ['ook Precious, 15 jaar', ['person-name Precious']],
    ['Thomas More', []],
    ['De jongen, Dawid, wacht', ['person-name Dawid']],
    ['de Karel Van de Woestijnelaan', []],
    ['vzw Simon', []],
    ['overleg met Peeters', ['person-name Peeters']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
