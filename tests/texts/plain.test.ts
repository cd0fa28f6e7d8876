import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { plain } from '../../src/texts/plain.js';

const markdown = new MarkdownIt();

/** What somebody reads: paragraphs as lines; null when there is any markup besides. */
function read(text: string): string | null {
  const html = markdown.render(text);
  const bare = html.replace(/<\/p>\n<p>/g, '\n').replace(/^<p>|<\/p>\n$/g, '');
  if (/<[a-z]/i.test(bare)) return null;
  return bare
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('plain', () => {
  test('a number of ours needs no sign before its dash, also where it stands first', () => {
    expect(plain('2026-0002')).toBe('2026-0002');
    expect(plain('- lijst')).toBe('\\- lijst');
  });

  test.each([
    '**vet** en _schuin_ en `code`',
    '# geen kop',
    '- geen lijst',
    '1. geen nummer',
    '12) ook niet',
    '> geen citaat',
    '--- en === en ***',
    '[klik hier](https://voorbeeld.be)',
    '![beeld](https://voorbeeld.be/x.png)',
    '<https://voorbeeld.be>',
    '<b>vet</b> a < b && c &lt; &#39;',
    '~~weg~~ ~3 weken',
    'pad\\naar\\',
    '${naam} {x}',
    'Jean-Luc O’Neill (14 jaar), 50 %.',
  ])('%s is read as it was typed', (typed) => {
    expect(read(plain(typed))).toBe(typed);
  });

  test('lines stay lines', () => {
    expect(read(plain('een\r\ntwee\n\n\n- drie'))).toBe('een\ntwee\n- drie');
  });

  test('an ordinary name is left alone', () => {
    expect(plain('Anne-Marie D’hondt, 3de graad (BSO)')).toBe('Anne-Marie D’hondt, 3de graad (BSO)');
  });

  test('date macros of Adaptive Cards are not worked out', () => {
    expect(plain('{{DATE(2026-01-01T00:00:00Z)}}')).not.toContain('{{');
  });

  test('signs that turn the writing direction are taken out', () => {
    expect(plain('a\u202Eb\u0007c')).toBe('a b c');
  });

  test('signs that nobody sees are taken out', () => {
    const unseen = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x180e, 0x3164, 0xe0041].map((code) =>
      String.fromCodePoint(code),
    );
    for (const sign of unseen)
      expect([sign.codePointAt(0), plain(`Jan${sign}sen`)]).toEqual([sign.codePointAt(0), 'Jansen']);
    for (const sign of ['\u200E', '\u200F', '\u061C', '\u2067', '\u202E'])
      expect(plain(`Jan${sign}sen`)).toBe('Jan sen');
  });

  test('a joiner stays where the writing needs it', () => {
    for (const text of ['می\u200Cخواهم', '👩\u200D🏫', '👩🏽\u200D🏫']) expect(plain(text)).toBe(text);
  });

  test('whatever is typed, no markup comes out', () => {
    const signs = fc.array(fc.constantFrom(...'*_`[]()<>#+-=~!|&;:/\\"{}$1.2) ab\n'), { maxLength: 40 });
    fc.assert(
      fc.property(signs, (typed) => read(plain(typed.join(''))) !== null),
      { numRuns: 2000 },
    );
  });
});
