import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findMunicipality, municipalities } from '../../../src/lib/region/index.js';
import { localitiesNamed } from '../../../src/lib/region/gazetteer.js';
import { belgianElsewhere, namesakesOf } from '../../../src/lib/region/outside.js';

const read = (text: string): string => {
  const answer = findMunicipality(text);
  if (answer.kind === 'found') return answer.municipality.name;
  if (answer.kind === 'outside') return `outside: ${answer.province ?? answer.locality}`;
  const choices = answer.kind === 'ambiguous' ? answer.choices : answer.nearest;
  return `${answer.kind}: ${choices.map(({ label }) => label).join(' / ')}`;
};

describe('a town as people type it (R7)', () => {
  it.each([
    ['stad Leuven', 'Leuven'],
    ['Leuven centrum', 'Leuven'],
    ['Leuven-centrum', 'Leuven'],
    ['gemeente Herent', 'Herent'],
    ['de gemeente Kortenberg', 'Kortenberg'],
    ['deelgemeente Heverlee', 'Leuven'],
    ['Linden bij Leuven', 'Lubbeek'],
    ['Hofstade bij Aalst', 'outside: east-flanders'],
    ['Berg bij Kampenhout', 'Kampenhout'],
    ['BE-3000', 'Leuven'],
    ['BE-3000 Leuven', 'Leuven'],
    ['B3000 Leuven', 'Leuven'],
    ['3 000', 'Leuven'],
    ['3.000 Leuven', 'Leuven'],
    ['woont in Tienen', 'Tienen'],
    ['Diest, prov. Vlaams-Brabant', 'Diest'],
    ['Diest (provincie Vlaams-Brabant)', 'Diest'],
    ['Tiensestraat 12 bus 3, 3000 Leuven', 'Leuven'],
    ['Tiensestraat 12 Leuven', 'Leuven'],
    ['Brusselse steenweg 5, Tervuren', 'Tervuren'],
    ['Sint-Jansplein 4a, Asse', 'Asse'],
    ['rue Haute 3, Rhode-St-Genèse', 'Sint-Genesius-Rode'],
    ['Louvain', 'Leuven'],
    ['Tirlemont', 'Tienen'],
    ['ville de Hal', 'Halle'],
    ['Léau', 'Zoutleeuw'],
    ['Montaigu-Zichem', 'Scherpenheuvel-Zichem'],
    ['vilvorde', 'Vilvoorde'],
  ])('%s is %s', (text, name) => expect(read(text)).toBe(name));

  it.each([
    ['Aalst, nu in Leuvn', 'unknown: Leuven (3000) / Aalst'],
    ['Aalst, nu in Leuven', 'ambiguous: Leuven (3000) / Aalst'],
    ['regio Leuven', 'unknown: Leuven (3000)'],
    ['2800 Leuvn', 'unknown: Leuven (3000) / 2800'],
    ['Jezus-Eik', 'unknown: Jezus-Eik (3090, Overijse)'],
    ['Zuun', 'unknown: Zuun (1600, Sint-Pieters-Leeuw)'],
    ['Oppem', 'unknown: Oppem (1970, Wezembeek-Oppem) / Oppem (1860, Meise)'],
    ['Moorsel', 'unknown: Moorsel (3080, Tervuren) / Moorsel (9310, Aalst)'],
    ['Xyzzy bij Leuven', 'unknown: Leuven (3000)'],
    ['Anwterpen', 'unknown: Antwerpen'],
  ])('%s is asked', (text, asked) => expect(read(text)).toBe(asked));

  it.each([
    ['Jezus-Eik (Overijse)', 'Overijse'],
    ['Jezus-Eik (3090, Overijse)', 'Overijse'],
    ['1600 Zuun', 'Sint-Pieters-Leeuw'],
    ['Moorsel, Tervuren', 'Tervuren'],
    ['Moorsel (Aalst)', 'outside: east-flanders'],
  ])('a hamlet beside its town: %s', (text, name) => expect(read(text)).toBe(name));
});

describe('outside the province is certain', () => {
  it('knows all 565 municipalities of Belgium', () => {
    expect(belgianElsewhere.length + municipalities.length).toBe(565);
  });

  it.each([
    ['Veurne', 'west-flanders'],
    ['Brussel', 'brussels'],
    ['Bruxelles', 'brussels'],
    ['Bxl', 'brussels'],
    ['Sint-Niklaas', 'east-flanders'],
    ['Beveren', 'east-flanders'],
    ['Saint-Trond', 'limburg'],
    ['Mons', 'hainaut'],
    ['Louvain-la-Neuve', 'walloon-brabant'],
    ['2580 Beerzel', 'antwerp'],
    ['stad Antwerpen', 'antwerp'],
    ['provincie Limburg', 'limburg'],
    ['Nederland', 'Nederland'],
    ['Parijs', 'Parijs'],
    ['Syrië', 'Syrië'],
  ])('%s', (text, where) => expect(read(text)).toBe(`outside: ${where}`));

  it('each of them is outside, by each of its names, unless one of ours bears it too and then it is asked', () => {
    for (const { keys, province } of belgianElsewhere) {
      for (const key of keys) {
        const answer = findMunicipality(key);
        if (localitiesNamed(key).length === 0)
          expect([key, answer]).toMatchObject([key, { kind: 'outside', province }]);
        else expect([key, answer.kind, namesakesOf(key).length > 0]).toEqual([key, 'ambiguous', true]);
      }
    }
  });
});

describe('whatever stands around a town', () => {
  const around = fc.constantFrom(
    (name: string) => `stad ${name}`,
    (name: string) => `gemeente ${name}`,
    (name: string) => `${name} centrum`,
    (name: string) => `${name}-centrum`,
    (name: string) => `nu in ${name}`,
    (name: string) => `woont te ${name}, België`,
    (name: string) => `${name} (prov. Vlaams-Brabant)`,
    (name: string) => `Dorpsstraat 12, ${name}`,
    (name: string) => `Oude baan 3 bus 2 ${name}`,
    (name: string) => `${name} bij Brussel`,
  );
  const anyOfOurs = fc.constantFrom(...municipalities);

  it('does not change which of ours it is', () => {
    fc.assert(
      fc.property(anyOfOurs, around, fc.boolean(), ({ name, nis }, write, small) => {
        const typed = write(small ? name.toLowerCase() : name);
        expect([typed, findMunicipality(typed)]).toMatchObject([typed, { kind: 'found', municipality: { nis } }]);
      }),
    );
  });

  it('each way of writing its code is read', () => {
    const written = fc.constantFrom('BE-', 'B-', 'B', 'be ', '').chain((before) =>
      anyOfOurs.chain(({ nis, postalCodes }) =>
        fc
          .constantFrom(...postalCodes)
          .chain((code) => fc.constantFrom(code, `${code[0]} ${code.slice(1)}`, `${code[0]}.${code.slice(1)}`))
          .map((code) => ({ text: before + code, nis })),
      ),
    );
    fc.assert(
      fc.property(written, ({ text, nis }) => {
        const answer = findMunicipality(text);
        if (answer.kind === 'found') expect(answer.municipality.nis).toBe(nis);
        else expect([text, answer.kind]).toEqual([text, 'ambiguous']);
      }),
    );
  });

  it('a part that nobody understands is asked, whatever stands beside it', () => {
    const strange = fc.stringMatching(/^q[bcdfghj]{6,12}x$/);
    const known = fc.constantFrom('Leuven', 'Aalst', '3000', 'Brussel', 'Jezus-Eik', 'Nederland');
    fc.assert(
      fc.property(strange, known, fc.boolean(), (odd, name, first) => {
        const typed = first ? `${odd}, ${name}` : `${name}, nu in ${odd}`;
        expect([typed, findMunicipality(typed).kind]).toEqual([typed, 'unknown']);
      }),
    );
  });

  it('every choice offered is understood as an answer', () => {
    const slip = fc.constantFrom(
      ...belgianElsewhere.map(({ name }) => name),
      ...municipalities.map(({ name }) => name),
    );
    fc.assert(
      fc.property(slip, fc.nat(20), (name, at) => {
        const answer = findMunicipality(name.slice(0, at) + name.slice(at + 1));
        if (answer.kind !== 'unknown') return;
        for (const { label, nis } of answer.nearest) {
          expect([label, findMunicipality(label).kind]).not.toEqual([label, 'unknown']);
          expect([nis, findMunicipality(nis).kind]).not.toEqual([nis, 'unknown']);
        }
      }),
    );
  });
});
