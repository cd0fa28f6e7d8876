import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { printable } from '../../../src/platform/documents/pdf/printable.js';
import { windows1252 } from './read-pdf.js';

describe('printable', () => {
  it('leaves Dutch, French and German as they are', () => {
    const text = 'é ë ï ö ç à ü ß œ Ž š ’ ‘ “ ” „ – — … € ± × ÷ ½ ° • · « » § µ ² ™';
    expect(printable(text)).toBe(text);
  });

  test.each([
    ['e\u0308', 'ë'],
    ['≥ 12', '>= 12'],
    ['30\u202f000', '30\xa0000'],
    ['tot\u2011en\u2011met', 'tot-en-met'],
    ['op\u00adbrengst', 'opbrengst'],
    ['Çağla Şahin', 'Çagla Sahin'],
    ['Łukasz', 'Lukasz'],
    ['−5', '–5'],
    ['klaar 😀', 'klaar '],
    ['a\tb\r\nc', 'a b\nc'],
    ['日', '·'],
  ])('%p becomes %p', (text, shown) => expect(printable(text)).toBe(shown));

  it('never gives a sign that the fonts do not have', () => {
    const known = windows1252(Uint8Array.from({ length: 224 }, (_, index) => index + 32)) + '\n';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const sign of printable(text)) expect(known).toContain(sign);
      }),
    );
  });
});
