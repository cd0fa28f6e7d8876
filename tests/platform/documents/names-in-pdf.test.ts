import { describe, expect, test } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { drawPdf } from '../../../src/platform/documents/draw-pdf.js';
import { isStandard, printableWith } from '../../../src/platform/documents/pdf/printable.js';
import { samplePdf } from './sample-pdf.js';

const drawing = { language: 'nl', now: new Date('2026-11-16T09:00:00Z') } as const;

/** Which letters the embedded fonts of a file can be read back as: what its ToUnicode maps say. */
function lettersIn(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const maps = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  const codes = maps.filter((map) => map.includes('beginbfrange')).join('\n');
  return [...codes.matchAll(/<([0-9a-f]{4,8})>/gi)]
    .map(([, hex = '']) => String.fromCodePoint(parseInt(hex, 16)))
    .join('');
}

describe('names in a document', () => {
  test.each(['Aleksandra Wiśniewska', 'Çağla Şahin', 'Олександр', 'Ελένη', 'Nguyễn Thị Lan', 'Łukasz', 'İrem'])(
    '%s is printed with its own letters',
    async (name) => {
      const bytes = await drawPdf({ ...samplePdf, blocks: [{ text: name }] }, drawing);
      const letters = lettersIn(bytes);
      for (const letter of name.normalize('NFC').replace(/\s/g, ''))
        expect([letter, letters.includes(letter)]).toEqual([letter, true]);
      expect(Buffer.from(bytes).toString('latin1')).toContain('/FontFile2');
      expect(bytes.length).toBeLessThan(40_000);
    },
  );

  test('what the standard fonts have embeds nothing', async () => {
    const bytes = await drawPdf({ ...samplePdf, blocks: [{ text: 'Zoë De Béthune, 3 ≥ 2 ✓' }] }, drawing);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/FontFile2');
  });

  test('the same sheet gives the same bytes', async () => {
    const sheet = { ...samplePdf, blocks: [{ text: 'Wiśniewska' }] };
    const [one, other] = [await drawPdf(sheet, drawing), await drawPdf(sheet, drawing)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  test('a script that the font lacks is spelled in Latin letters, never a box or a dot', () => {
    const latin = (code: number) => code < 0x250;
    expect(printableWith(latin, 'محمد')).toMatch(/^[a-z]+$/);
    expect(isStandard('Wiśniewska')).toBe(false);
    expect(isStandard('klaar 😀 ≥ →')).toBe(true);
  });
});
