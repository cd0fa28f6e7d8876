import { describe, expect, it } from '@jest/globals';
import { addressText, readAddress } from '../../../src/domain/helpline/address-text.js';
import { readAges } from '../../../src/domain/helpline/ages-text.js';

describe('ages, as people write them', () => {
  it.each([
    ['', null, null],
    ['alle leeftijden', null, null],
    ['12–18', 12, 18],
    ['12 - 18 jaar', 12, 18],
    ['12 tot 18', 12, 18],
    ['van 12 tot en met 18 jaar', 12, 18],
    ['vanaf 16 jaar', 16, null],
    ['16+', 16, null],
    ['16 jaar of ouder', 16, null],
    ['tot 25', null, 25],
    ['t/m 25 jaar', null, 25],
    ['from 12', 12, null],
    ['up to 25 years', null, 25],
  ])('reads %j', (text, minimumAge, maximumAge) => {
    expect(readAges(text)).toEqual({ ok: true, minimumAge, maximumAge });
  });

  it.each([
    ['jongeren', 'not-ages'],
    ['12', 'not-ages'],
    ['vanaf 400', 'not-ages'],
    ['18-12', 'ages-backwards'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(readAges(text)).toEqual({ ok: false, fault });
  });
});

describe('an address on one line', () => {
  it.each([
    ['Naamsestraat 1, 3000 Leuven', { street: 'Naamsestraat 1', postalCode: '3000', city: 'Leuven' }],
    ['Kerkplein 12 bus 3  1800  Vilvoorde', { street: 'Kerkplein 12 bus 3', postalCode: '1800', city: 'Vilvoorde' }],
    ['3000 Leuven', { street: null, postalCode: '3000', city: 'Leuven' }],
    ['Straat 1, B-3012 Wilsele', { street: 'Straat 1', postalCode: '3012', city: 'Wilsele' }],
  ])('reads %j', (text, address) => {
    const answer = readAddress(text);
    expect(answer).toEqual({ ok: true, address });
    expect(readAddress(addressText(address))).toEqual({ ok: true, address });
  });

  it('empty is none', () => {
    expect(readAddress('  ')).toEqual({ ok: true, address: null });
  });

  it.each(['Naamsestraat 1', 'Naamsestraat 1, Leuven', '3000', '0300 Leuven'])('%j misses its postal code', (text) => {
    expect(readAddress(text)).toEqual({ ok: false, fault: 'postal-code-missing' });
  });
});
