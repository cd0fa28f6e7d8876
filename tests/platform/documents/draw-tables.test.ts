import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { drawCsv } from '../../../src/platform/documents/draw-csv.js';
import { drawWorkbook } from '../../../src/platform/documents/draw-workbook.js';

const begins = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const calls = [`cmd|' /C calc'!A0`, 'HYPERLINK("http://evil.example";"Klik")', '1+1', `IMPORTXML("http://x";"//a")`];
/** What somebody might call a provider to make a spreadsheet do something (OWASP, CSV injection): 40 texts. */
const hostile = begins.flatMap((begin) => calls.map((call) => `${begin}${call}`));

const head = ['=naam', 'getal'];
const rows = hostile.map((text, index) => [text, index - 3] as const);

describe('a table as text', () => {
  const read = (text: string): string[][] => parse(text, { delimiter: ';', bom: true, relax_column_count: false });

  test('given forty hostile names, then none begins like a formula, and every number is itself', () => {
    const table = read(drawCsv({ head, rows }));
    expect(table).toHaveLength(hostile.length + 1);
    expect(table.flat().filter((cell) => /^[=+@\t\r＝＋＠－]/u.test(cell) || /^-\D/.test(cell))).toEqual([]);
    expect(table.slice(1).map(([, number]) => Number(number))).toEqual(rows.map(([, number]) => number));
    expect(table.slice(1).map(([text]) => text)).toEqual(hostile.map((text) => `'${text}`));
  });

  test('given semicolons, quotes, line ends and nothing, then each cell is what it was', () => {
    const hard = ['a;b', 'zegt "ja"', 'twee\r\nregels', 'Zoë’s école', null];
    expect(read(drawCsv({ head: hard.map(String), rows: [hard] }))[1]).toEqual(hard.map((cell) => cell ?? ''));
    expect(drawCsv({ head, rows: [] }).startsWith('\uFEFF')).toBe(true);
  });
});

describe('a workbook', () => {
  const sheets = [
    { name: 'Een', above: ['=titel', 'uitleg'], head, rows },
    { name: 'Leeg', above: [], head: ['niets'], rows: [] },
  ];

  test('given forty hostile names, when another library opens it, then each is text, each number a number', async () => {
    const [one, empty] = await readWorkbook(Buffer.from(await drawWorkbook(sheets)));
    expect(one!.sheet).toBe('Een');
    expect(one!.data.slice(0, 2).map(([cell]) => cell)).toEqual(['=titel', 'uitleg']);
    const seen = one!.data.slice(-rows.length);
    expect(seen.map(([, number]) => number)).toEqual(rows.map(([, number]) => number));
    // The reader takes the white space around a text away.
    expect(seen.map(([text]) => text)).toEqual(hostile.map((text) => text.trim()));
    expect(empty).toMatchObject({ sheet: 'Leeg', data: [['niets']] });
  });

  test('then no cell in it is a formula', async () => {
    const files = Object.entries(unzipSync(await drawWorkbook(sheets)));
    const tabs = files.filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => strFromU8(bytes));
    expect(tabs.length).toBeGreaterThanOrEqual(2);
    expect(tabs.filter((xml) => /<f[ >/]/.test(xml))).toEqual([]);
  });
});
