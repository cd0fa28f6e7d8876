import { describe, expect, test } from '@jest/globals';
import { hostPaths, labelFaults, literalWords, sameKeys, sentenceFaults } from './text-rules.js';

describe('a sentence', () => {
  test.each([
    'De leerling is aangemeld. U krijgt bericht.',
    'Wachtlijst',
    'Stap 3 van 6 ●●●○○○ **Regio**',
    '◔ Op wachtlijst ⚡',
    'Antwoord verwacht tegen do 14 jan., 14 u.',
    'Zet {n, plural, one {# leerling} other {# leerlingen}} op de lijst',
    'Het gaat om de regio’s. Wat is “inzet”?',
    'Jean-Luc gaat niet meer naar school.',
  ])('%s is right', (text) => {
    expect(sentenceFaults(text, 'nl')).toEqual([]);
  });

  test.each([
    ['Gelukt!', /exclamation/],
    ['Gelukt 🎉', /emoji/],
    ["De regio's", /straight quote/],
    ['Kies "regio"', /straight quote/],
    ['Heb je een vraag?', /je instead of u/],
    ['Jouw aanmeldingen', /Jouw instead of u/],
    ['Bezig...', /three dots/],
    ['Kies een reden. ', /space/],
    ['Kies  een reden.', /space/],
    ['', /empty/],
    ['De leerling is aangemeld. U krijgt bericht', /full stop/],
    ['Wordt bezorgd op {at} Tot dan kunt u wijzigen.', /full stop/],
  ])('%s is not', (text, fault) => {
    expect(sentenceFaults(text, 'nl').join()).toMatch(fault);
  });

  test('in English may say je', () => {
    expect(sentenceFaults('Ask je colleague', 'en')).toEqual([]);
  });
});

test('languages must have the same keys and values', () => {
  expect(sameKeys({ a: { b: '{n} x' } }, { a: { b: 'x {n}' } })).toEqual([]);
  expect(sameKeys({ a: 'x' }, {})).toEqual(['a is missing in the second']);
  expect(sameKeys({}, { a: 'x' })).toEqual(['a is missing in the first']);
  expect(sameKeys({ a: '{name}' }, { a: '{naam}' })).toEqual(['a takes other values in the two languages']);
  expect(sameKeys({ a: '{n, plural, one {x} other {y}}' }, { a: '{n, plural, one {q} other {r}}' })).toEqual([]);
});

describe('labels of a card', () => {
  const source = { body: ['${$host.title} ${$host.common.back}', "${$host.reasons[code]} ${$host.sign['a-b']}"] };

  test('are found in its expressions', () => {
    expect(hostPaths(source).sort()).toEqual(['common.back', 'reasons.', 'sign.', 'sign.a-b', 'title']);
  });

  test('must exist and take no values', () => {
    const host = { title: 'T', common: { back: 'Terug' }, reasons: { a: 'x' }, sign: { 'a-b': 'y' } };
    expect(labelFaults(source, host)).toEqual([]);
    expect(labelFaults(source, { ...host, title: 'Tot {day}' })).toEqual([
      '$host.title takes values: fill it in the view',
    ]);
    expect(labelFaults(source, { ...host, common: {} })).toEqual(['no text for $host.common.back']);
    expect(labelFaults(source, { ...host, title: {} })).toEqual(['$host.title is not one text']);
  });

  test('are never written in the card', () => {
    expect(literalWords({ body: [{ type: 'TextBlock', text: '● ${state} · ${$host.x}' }] })).toEqual([]);
    expect(literalWords({ body: [{ type: 'TextBlock', text: 'Tot ${day}' }] })).toEqual([
      'body[0].text: words belong in src/texts',
    ]);
  });
});
