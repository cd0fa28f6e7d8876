import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findMunicipality, municipalities, regionOfArrondissement } from '../../../src/lib/region/index.js';

const nisOf = (text: string) => {
  const answer = findMunicipality(text);
  return answer.kind === 'found' ? answer.municipality.nis : answer.kind;
};
const labelsOf = (text: string) => {
  const answer = findMunicipality(text);
  if (answer.kind === 'ambiguous') return answer.choices.map(({ label }) => label);
  return answer.kind === 'unknown' ? answer.nearest.map(({ label }) => label) : [answer.kind];
};

const parts = municipalities.flatMap((municipality) =>
  [...municipality.sublocalities, ...municipality.aliases].map((part) => ({ ...part, municipality })),
);
const ambiguousNames = {
  Berg: ['Berg (1910, Kampenhout)', 'Berg (3700, Tongeren-Borgloon)'],
  Deurne: ['Deurne (3290, Diest)', 'Deurne (2100, Antwerpen)'],
  Hamme: ['Hamme (1785, Merchtem)', 'Hamme (9220)'],
  Hofstade: ['Hofstade (1981, Zemst)', 'Hofstade (9308, Aalst)'],
  Kapellen: ['Kapellen (3381, Glabbeek)', 'Kapellen (2950)'],
  Meldert: ['Meldert (3320, Hoegaarden)', 'Meldert (9310, Aalst)', 'Meldert (3560, Lummen)'],
  Ruisbroek: ['Ruisbroek (1601, Sint-Pieters-Leeuw)', 'Ruisbroek (2870, Puurs-Sint-Amands)'],
  'Sint-Margriete-Houtem': ['Sint-Margriete-Houtem (3470, Kortenaken)', 'Sint-Margriete-Houtem (3300, Tienen)'],
  'Sint-Pieters-Kapelle': ['Sint-Pieters-Kapelle (1541, Pajottegem)', 'Sint-Pieters-Kapelle (8433, Middelkerke)'],
  Tielt: ['Tielt (3390, Tielt-Winge)', 'Tielt (8700)'],
};
const isAmbiguous = (name: string) => Object.keys(ambiguousNames).includes(name);

describe('findMunicipality: every locality of the province (R7)', () => {
  it('knows 63 municipalities and 133 postal codes', () => {
    expect(municipalities).toHaveLength(63);
    expect(new Set(municipalities.flatMap(({ postalCodes }) => postalCodes)).size).toBe(133);
    expect(new Set(municipalities.map(({ nis }) => nis)).size).toBe(63);
    expect(municipalities.filter(({ region }) => region === 'VBO')).toHaveLength(30);
    for (const { nis, postalCodes } of municipalities) {
      expect(nis).toMatch(/^2[34]\d{3}$/);
      for (const code of postalCodes) expect(code).toMatch(/^(1[5-9]|3[0-4])\d\d$/);
    }
  });

  it.each(municipalities.map((municipality) => [municipality.name, municipality] as const))('finds %s', (name, it) => {
    expect(findMunicipality(name)).toEqual({ kind: 'found', municipality: it, matched: name });
    expect(nisOf(it.nis)).toBe(it.nis);
    for (const code of it.postalCodes) {
      expect(findMunicipality(code)).toEqual({ kind: 'found', municipality: it, matched: code });
      expect(nisOf(`${code} ${name}`)).toBe(it.nis);
    }
  });

  it.each(parts.map((part) => [part.name, part] as const))('finds %s', (name, { postalCode, municipality }) => {
    const only = findMunicipality(name);
    if (isAmbiguous(name)) expect(only.kind).toBe('ambiguous');
    else expect(only).toEqual({ kind: 'found', municipality, matched: name });
    expect(nisOf(`${postalCode} ${name}`)).toBe(municipality.nis);
    expect(nisOf(`${name} (${municipality.name})`)).toBe(municipality.nis);
    expect(nisOf(`${name} ${municipality.name}`)).toBe(municipality.nis);
    expect(nisOf(`${name} (${postalCode}, ${municipality.name})`)).toBe(municipality.nis);
  });

  it('asks at no other name than these', () => {
    const asked = new Set(parts.map(({ name }) => name).filter((name) => findMunicipality(name).kind === 'ambiguous'));
    expect([...asked].sort()).toEqual(Object.keys(ambiguousNames).sort());
  });

  it('knows the names of before 2025', () => {
    for (const name of ['Galmaarden', 'Gooik', 'Herne', 'Pajottegem']) expect(nisOf(name)).toBe('23106');
  });

  it('puts 3090 Overijse in AHV, although its code looks like Leuven', () => {
    expect(findMunicipality('3090')).toMatchObject({
      kind: 'found',
      municipality: { name: 'Overijse', region: 'AHV' },
    });
  });
});

describe('findMunicipality: ways of writing', () => {
  it.each([
    ['3010 Kessel-Lo', 'Leuven'],
    ['Kessel-Lo (Leuven)', 'Leuven'],
    ['kessel lo leuven', 'Leuven'],
    ['  B-3010   KESSELLO ', 'Leuven'],
    ['3010Kessel-Lo', 'Leuven'],
    ['3000 Leuven, België', 'Leuven'],
    ['3000 Kessel-Lo', 'Leuven'],
    ['St.-Pieters-Leeuw', 'Sint-Pieters-Leeuw'],
    ['st genesius rode', 'Sint-Genesius-Rode'],
    ['O.L.V.-Lombeek', 'Roosdaal'],
    ['O.-L.-Vrouw-Lombeek', 'Roosdaal'],
    ["Onze Lieve Vrouw 'Lombeek", 'Roosdaal'],
    ['bievene', 'Bever'],
  ])('reads %s as %s', (text, name) => {
    expect(findMunicipality(text)).toMatchObject({ kind: 'found', municipality: { name } });
  });
});

describe('findMunicipality: asks instead of guessing', () => {
  it.each(Object.entries(ambiguousNames))('%s', (name, labels) => expect(labelsOf(name)).toEqual(labels));

  it.each([
    ['3010 Halle', ['Halle (1500)', 'Leuven (3010)']],
    ['1000 Halle', ['Halle (1500)', '1000']],
    ['Halle, 1000 Brussel', ['Halle (1500)', 'Brussel']],
  ])('a contradiction: %s', (text, labels) => expect(labelsOf(text)).toEqual(labels));

  it.each([...Object.keys(ambiguousNames), '3010 Halle', '1000 Halle', 'Halle (Antwerpen)'])(
    'every choice offered for %s is understood as an answer',
    (text) => {
      const answer = findMunicipality(text);
      if (answer.kind !== 'ambiguous') throw new Error(`${text} is not ambiguous`);
      expect(new Set(answer.choices.map(({ nis }) => nis)).size).toBe(answer.choices.length);
      for (const { nis, label } of answer.choices) {
        const expected = /^2[34]\d{3}$/.test(nis) ? nis : 'outside';
        expect([nisOf(nis), nisOf(label)]).toEqual([expected, expected]);
      }
    },
  );

  it.each([
    ['Kesel-Lo', ['Kessel-Lo (3010, Leuven)']],
    ['3010 Kesel-Lo', ['Kessel-Lo (3010, Leuven)', 'Leuven (3010)']],
    ['Londerzel', ['Londerzeel (1840)']],
    ['Rode', ['Gelrode (3200, Aarschot)', 'Attenrode (3384, Glabbeek)', 'Sint-Pieters-Rode (3220, Holsbeek)']],
    ['1818', ['Steenokkerzeel (1820)', 'Machelen (1830)', 'Vilvoorde (1804)']],
    ['xyzzy', []],
    ['', []],
    ['   ', []],
    ['99999', []],
    ['0612', []],
  ])('a slip: %s', (text, labels) => {
    expect(findMunicipality(text).kind).toBe('unknown');
    expect(labelsOf(text).slice(0, 3)).toEqual(labels);
  });

  it('suggests the right name, nearest first, for a missing letter in any longer name', () => {
    for (const { name } of municipalities.filter(({ name }) => name.length > 6)) {
      expect(labelsOf(name.slice(0, 1) + name.slice(2))[0]).toContain(name);
    }
  });
});

describe('findMunicipality: outside the province (R7)', () => {
  it.each([
    ['1000', 'brussels'],
    ['1299', 'brussels'],
    ['1300', 'walloon-brabant'],
    ['2800', 'antwerp'],
    ['3500', 'limburg'],
    ['4000', 'liege'],
    ['5000', 'namur'],
    ['6000', 'hainaut'],
    ['6600', 'luxembourg'],
    ['7000', 'hainaut'],
    ['8000', 'west-flanders'],
    ['9000', 'east-flanders'],
    ['Mechelen', 'antwerp'],
    ['1000 Brussel', 'brussels'],
    ['9308 Hofstade', 'east-flanders'],
    ['2800 Somewhere', 'antwerp'],
  ])('%s lies in %s', (text, province) => {
    expect(findMunicipality(text)).toMatchObject({ kind: 'outside', province });
  });

  it('takes the word itself', () => {
    expect(findMunicipality('outside')).toEqual({ kind: 'outside', locality: '', province: null });
  });
});

describe('findMunicipality, whatever is typed', () => {
  const marks = ['', '\u0301', '\u0308', '\u0300'];
  const anyName = fc.constantFrom(...municipalities.map(({ name }) => name), ...parts.map(({ name }) => name));
  const written = fc.tuple(anyName, fc.infiniteStream(fc.nat(11))).map(([name, stream]) => {
    const other = [...name].map((letter) => {
      const dice = stream.next().value as number;
      if (/[- ]/.test(letter)) return ['-', ' ', '  ', ' - ', '\u2013', ''][dice % 6] || '-';
      return (dice % 2 ? letter.toUpperCase() : letter.toLowerCase()) + (marks[dice % 4] ?? '');
    });
    return [name, ` ${other.join('')}\t`] as const;
  });

  it('case, accents and spaces never change the answer', () => {
    fc.assert(fc.property(written, ([name, other]) => expect(findMunicipality(other)).toEqual(findMunicipality(name))));
  });

  it('never throws and never offers more than three suggestions', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ maxLength: 400 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const answer = findMunicipality(typed);
        if (answer.kind === 'unknown') expect(answer.nearest.length).toBeLessThanOrEqual(3);
      }),
    );
    expect(findMunicipality('\uD800\uDC00\uD800').kind).toBe('unknown');
    expect(findMunicipality('a'.repeat(100_000)).kind).toBe('unknown');
  });

  it('what is found lies in the region of its arrondissement', () => {
    fc.assert(
      fc.property(written, ([, typed]) => {
        const answer = findMunicipality(typed);
        if (answer.kind !== 'found') return;
        expect(answer.municipality.region).toBe(regionOfArrondissement[answer.municipality.arrondissement]);
        expect(answer.municipality.arrondissement).toBe(
          answer.municipality.nis.startsWith('24') ? 'Leuven' : 'Halle-Vilvoorde',
        );
      }),
    );
  });
});
