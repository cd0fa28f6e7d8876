import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../../src/contracts/document.js';
import { drawPdf } from '../../../src/platform/documents/draw-pdf.js';
import { readPdf, type ReadPdf } from './read-pdf.js';
import { samplePdf } from './sample-pdf.js';

const drawing = { language: 'nl', now: new Date('2026-11-16T09:00:00Z') } as const;

const drawn = async (blocks: readonly Block[]): Promise<ReadPdf> =>
  readPdf(await drawPdf({ ...samplePdf, blocks }, drawing));

const long = 'Dit is een zin die in een lange tekst staat en die niets zegt over iemand. ';
const filler = (lines: number): Block => ({ list: Array.from({ length: lines }, (_, index) => `regel ${index}`) });

describe('a document', () => {
  it('shows everything that stands on the sheet, with its accents and quotes', async () => {
    const { text } = readPdf(await drawPdf(samplePdf, drawing));
    const told = text.replace(/\s+/g, ' ');
    for (const part of [
      'Cijfers voor de werkgroep ‘Recht op Leren’',
      'Coördinatoren',
      '€ 0 – vrije toegang',
      'vóór de crisis',
    ])
      expect(told).toContain(part);
    for (const part of ['42 (was 31)', 'minder dan 5', 'dit trimester', 'Folder voor ouders nalezen'])
      expect(told).toContain(part);
  });

  it('says at the foot of each page what it is and which page', async () => {
    const { pages } = readPdf(await drawPdf(samplePdf, drawing));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page.text).toContain(samplePdf.foot);
      expect(page.text).toContain(`${index + 1} / ${pages.length}`);
    });
  });

  it('is the same, byte for byte, when it is drawn again at the same moment', async () => {
    const [one, other] = [await drawPdf(samplePdf, drawing), await drawPdf(samplePdf, drawing)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('is tagged for who listens: language, title, headings, lists, tables with heads', async () => {
    const { objects } = readPdf(await drawPdf(samplePdf, drawing));
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(objects).toContain(`/S /${tag}\n`);
    expect(objects).toContain('/Marked true');
    expect(objects).toContain('/Lang (nl-BE)');
    expect(objects).toContain('/DisplayDocTitle true');
    expect(objects).toContain('/Scope /Column');
    expect(objects).toContain('D:20261116090000Z');
  });

  it('without any block is one page', async () => {
    expect((await drawn([])).pages).toHaveLength(1);
  });
});

describe('a chart', () => {
  const bars = (value: number | null, before?: number | null): Block => ({
    bars: {
      title: 'Aantal',
      highest: 10,
      legend: null,
      bars: [{ label: 'AHV', value, shown: 'x', ...(before === undefined ? {} : { before }) }],
    },
  });
  /** The widths of what is filled: bars only, when there is no legend. */
  const filled = ({ pages }: ReadPdf): number[] =>
    [...(pages[0]?.strokes ?? '').matchAll(/[\d.-]+ [\d.-]+ ([\d.]+) [\d.-]+ re\n/g)].map(([, width]) => Number(width));

  it('draws a bar as long as its value, a lighter one for before, and none for what is hidden or zero', async () => {
    const [full = 0] = filled(await drawn([bars(10)]));
    expect(filled(await drawn([bars(5)]))[0]).toBeCloseTo(full / 2, 1);
    expect(filled(await drawn([bars(5, 10)]))[1]).toBeCloseTo(full, 1);
    expect(filled(await drawn([bars(99)]))[0]).toBeCloseTo(full, 1);
    expect(filled(await drawn([bars(null)]))).toEqual([]);
    expect(filled(await drawn([bars(null, null)]))).toEqual([]);
    expect(filled(await drawn([bars(0)]))).toEqual([]);
  });

  it('of which everything is zero can be drawn', async () => {
    const zero: Block = {
      bars: { title: 'Niets', highest: 0, legend: null, bars: [{ label: 'a', value: 0, shown: '0' }] },
    };
    expect((await drawn([zero])).text).toContain('Niets');
    expect((await drawn([{ bars: { title: 'Leeg', highest: 0, legend: null, bars: [] } }])).text).toContain('Leeg');
  });

  it.each([20, 25, 30, 35, 40])('stands whole on one page, with its heading, after %i lines', async (lines) => {
    const rows = Array.from({ length: 8 }, (_, index) => ({ label: `bar ${index}`, value: index, shown: `v${index}` }));
    const { pages } = await drawn([
      filler(lines),
      { heading: 'Kop' },
      { bars: { title: 'Grafiek', highest: 8, legend: null, bars: rows } },
    ]);
    const texts = ['Kop', 'Grafiek', ...rows.flatMap(({ label, shown }) => [label, shown])];
    const holds = pages.filter((page) => texts.every((text) => page.text.split('\n').includes(text)));
    expect(holds).toHaveLength(1);
  });

  it('that is higher than a page goes on, bar by bar', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({
      label: `bar ${index}`,
      value: index,
      shown: `v${index}`,
    }));
    const { text, pages } = await drawn([{ bars: { title: 'Lang', highest: 90, legend: null, bars: rows } }]);
    expect(pages.length).toBeGreaterThan(1);
    for (const { label } of rows) expect(text.split('\n')).toContain(label);
  });
});

describe('a table', () => {
  const rows = Array.from({ length: 80 }, (_, index) => [
    `rij ${index}`,
    long.repeat(1 + (index % 3)),
    `einde ${index}`,
  ]);

  it('has its head on each page, and each row whole on one page', async () => {
    const { pages } = await drawn([{ heading: 'Kop' }, { table: { head: ['Naam', 'Uitleg', 'Slot'], rows } }]);
    for (const page of pages) expect(page.text.split('\n').filter((line) => line === 'Uitleg')).toHaveLength(1);
    rows.forEach((_, index) => {
      const holding = pages.filter((page) => page.text.split('\n').includes(`rij ${index}`));
      expect(holding).toHaveLength(1);
      expect(holding[0]?.text.split('\n')).toContain(`einde ${index}`);
    });
    const words =
      pages
        .map((page) => page.text)
        .join(' ')
        .split('zegt over iemand').length - 1;
    expect(words).toBeGreaterThan(0);
  });

  it('loses no words, with short rows, missing cells, very long words and one column', async () => {
    const word = 'Onderwijsondersteuningsvoorzieningencoördinatievergadering'.repeat(3);
    const odd = await drawn([
      { table: { head: ['A', 'B', 'C'], rows: [['alleen'], [], [word, word, word]] } },
      { table: { head: ['Enig'], rows: [['een'], ['twee']] } },
      { table: { head: ['Leeg'], rows: [] } },
    ]);
    expect(odd.text.replace(/\n/g, '').split('coördinatie').length - 1).toBeGreaterThanOrEqual(9);
    for (const cell of ['alleen', 'een', 'twee', 'Leeg']) expect(odd.text.split('\n')).toContain(cell);
  });

  it('with a cell that is higher than a page ends all the same', async () => {
    const { pages } = await drawn([
      {
        table: {
          head: ['A', 'B'],
          rows: [
            ['x', long.repeat(200)],
            ['na', 'afloop'],
          ],
        },
      },
    ]);
    expect(pages.length).toBeLessThan(4);
    expect(pages.at(-1)?.text).toContain('afloop');
  });
});

describe('running text', () => {
  it('goes on over pages and loses nothing', async () => {
    const { text, pages } = await drawn([
      { text: long.repeat(150) },
      {
        facts: [
          ['a', long],
          ['b', long.repeat(3)],
        ],
      },
    ]);
    expect(pages.length).toBeGreaterThan(1);
    expect(text.replace(/\s+/g, ' ').split('niets zegt over').length - 1).toBe(154);
  });

  it.each(Array.from({ length: 12 }, (_, index) => index + 30))(
    'a heading is never the last on its page (%i lines)',
    async (lines) => {
      const { pages } = await drawn([filler(lines), { heading: 'Kop' }, { text: long.repeat(4) }]);
      const page = pages.find(({ text }) => text.split('\n').includes('Kop'));
      expect(page?.text).toContain('Dit is een zin');
    },
  );

  it('a new page is asked for once, however often it stands there', async () => {
    expect(
      (
        await drawn([
          { newPage: true },
          { text: 'a' },
          { newPage: true },
          { newPage: true },
          { text: 'b' },
          { newPage: true },
        ])
      ).pages.length,
    ).toBe(3);
  });
});
