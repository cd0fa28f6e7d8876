import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../../../src/contracts/document.js';
import { choosePeriod } from '../../../src/features/figures/choose-period.js';
import { deskFigures } from '../../../src/features/figures/desk-figures.js';
import { exportFigures } from '../../../src/features/figures/export-figures.js';
import { figuresCsv, figuresWorkbook } from '../../../src/features/figures/figures-file.js';
import { figuresFiles } from '../../../src/features/figures/figures-files.js';
import { showFigures } from '../../../src/features/figures/show-figures.js';
import { monday10, viewContext } from '../../support/given.js';
import { atClb, atDesk, inGroup, readOf, some } from './world.js';

const thisYear = { from: '2026-09-01', until: '2026-11-17' };
const context = viewContext();

describe('show-figures and desk-figures', () => {
  it('shows this school year by a word, or the period that is chosen; to the desk only', () => {
    const shown = (fields: object) => showFigures.decide({}, showFigures.fields.parse(fields), atDesk);
    expect(shown({})).toEqual({ reply: { show: 'desk-figures', with: thisYear } });
    expect(shown({ period: 'last-month' })).toEqual({
      reply: { show: 'desk-figures', with: { from: '2026-10-01', until: '2026-11-01' } },
    });
    expect(shown({ period: 'trimester-3' })).toEqual({ reply: { show: 'desk-figures', with: thisYear } });
    expect(showFigures.may({}, atClb)).toEqual({ refused: 'only-workgroup' });
    expect(deskFigures.may?.(null as never, atClb.actor)).toEqual({ refused: 'only-desk' });
  });

  it('leads the working group to the packs of its meetings', () => {
    expect(showFigures.may({}, inGroup)).toBeNull();
    expect(showFigures.decide({}, { period: 'this-year' }, inGroup)).toEqual({
      reply: { show: 'meeting-list', with: {} },
    });
  });

  it('tells small numbers too, with names instead of codes, what counts most first', async () => {
    const facts = await deskFigures.load(readOf(), thisYear, context);
    expect(deskFigures.fill(facts!, context)).toMatchObject({
      figures: {
        registered: { number: '6', word: 'aanmeldingen' },
        placed: { number: '4' },
        started: { number: '2' },
        unmet: { number: '3' },
        waiting: { number: '1' },
      },
      times: 'Eerste contact: de helft binnen 5 uur, negen op de tien binnen 30 uur.',
      services: {
        bars: [
          { label: 'Dagen op de boerderij', value: 2 },
          { label: 'NAFT Vlaams-Brabant Oost', value: 2 },
          { label: 'bestaat niet meer', value: 1 },
          { label: 'nog niet gekozen', value: 1 },
        ],
      },
      typed: { period: 'this-year' },
    });
  });
});

describe('choose-period', () => {
  const choose = (first: string, last: string) =>
    choosePeriod.decide({}, choosePeriod.fields.parse({ first, last }), atDesk);

  it('takes both days along', () => {
    expect(choose('2026-10-01', '1/10/2026')).toEqual({
      reply: { show: 'desk-figures', with: { from: '2026-10-01', until: '2026-10-02' } },
    });
  });

  it.each([
    ['2026-10-02', '2026-10-01', 'backwards'],
    ['2026-10-02', '2026-11-17', 'to-come'],
    ['2010-10-02', '2026-11-16', 'too-long'],
  ])('from %s to %s is %s', (first, last, fault) => {
    expect(choose(first, last)).toMatchObject({ reply: { form: 'choose-period', errors: { last: fault } } });
  });
});

describe('export-figures, figures-files and the files', () => {
  it('gives who presses links of one hour', async () => {
    expect(exportFigures.decide(thisYear, {}, atDesk)).toEqual({ reply: { show: 'figures-files', with: thisYear } });
    expect(exportFigures.may(thisYear, atClb)).toEqual({ refused: 'only-desk' });
    expect(figuresFiles.audience).toBe('one-person');
    const filled = figuresFiles.fill(thisYear, context);
    expect(filled).toMatchObject({ why: 'De links werken een uur, tot 11 u. Daarna vraagt u nieuwe.' });
    const until = new Date(monday10.getTime() + 3_600_000).toISOString();
    expect(
      figuresFiles.fill(thisYear, {
        ...context,
        links: { ...context.links, document: (_slug, _about, opens) => opens.until.toISOString() },
      }),
    ).toMatchObject({ workbook: until, csv: until });
  });

  const sheetsOf = async (): Promise<Extract<Sheet, { kind: 'workbook' }>> => {
    const facts = await figuresWorkbook.load(readOf(), thisYear, context);
    return figuresWorkbook.fill(facts!, context) as Extract<Sheet, { kind: 'workbook' }>;
  };

  it('has a tab for each figure, named within what a workbook takes, none twice', async () => {
    const { sheets, fileName } = await sheetsOf();
    expect(fileName).toBe('meldpunt-cijfers-2026-09-01-tot-2026-11-17.xlsx');
    expect(sheets).toHaveLength(Object.keys(some).length + 1);
    expect(sheets.filter(({ name }) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length);
  });

  it('gives every number of every figure back, in rows that differ', async () => {
    const { sheets } = await sheetsOf();
    const tab = (name: string) => sheets.find((one) => one.name === name)!;
    expect(tab('Aanmeldingen per aanbod').rows).toEqual([
      ['Vlaams-Brabant Oost', '=NAFT-Leerrecht VBO', 'NAFT Vlaams-Brabant Oost', 2],
      ['Vlaams-Brabant Oost', 'Zorgboerderij Voorbeeld', 'Dagen op de boerderij', 1],
      ['Asse-Halle-Vilvoorde', 'bestaat niet meer', 'bestaat niet meer', 1],
      ['Asse-Halle-Vilvoorde', 'Zorgboerderij Voorbeeld', 'Dagen op de boerderij', 1],
      ['buiten Vlaams-Brabant', 'nog niet gekozen', 'nog niet gekozen', 1],
    ]);
    expect(tab('Antwoorden')).toMatchObject({
      head: ['antwoord', 'reden', 'regio', 'leeftijd', 'aantal'],
      rows: [
        ['plaats', '', 'Vlaams-Brabant Oost', '14–15 jaar', 3],
        ['plaats', '', 'Asse-Halle-Vilvoorde', '12–13 jaar', 1],
        ['geen match', 'leeftijd past niet', 'Asse-Halle-Vilvoorde', 'jonger dan 12 jaar', 2],
      ],
    });
    expect(tab('Tijd tot contact')).toMatchObject({
      head: ['regio', 'aantal', 'helft binnen (uren)', 'negen op de tien binnen (uren)'],
      rows: [
        ['alle regio’s', 6, 5, 30],
        ['Vlaams-Brabant Oost', 6, 5, 30],
      ],
    });
    expect(tab('Verloren schooltijd').rows).toEqual([
      ['Vlaams-Brabant Oost', '=NAFT-Leerrecht VBO', 'zonder school', 2, 41],
    ]);
    const totals = tab('Overzicht').rows.map(([name, total]) => [name, total]);
    expect(totals).toContainEqual(['Aanmeldingen per regio', 6]);
    expect(totals).toContainEqual(['Aanmeldingen per domein', null]);
    expect(totals).toContainEqual(['Verloren schooltijd', 41]);
    expect(totals).toContainEqual(['Tijd tot het eerste contact', 5]);
  });

  it('lays the same numbers in one long table, a line for each', async () => {
    const facts = await figuresCsv.load(readOf(), thisYear, context);
    const { table } = figuresCsv.fill(facts!, context) as Extract<Sheet, { kind: 'csv' }>;
    const { sheets } = await sheetsOf();
    const numbers = (rows: readonly (readonly unknown[])[]) =>
      rows
        .flat()
        .filter((cell) => typeof cell === 'number')
        .sort();
    expect(numbers(table.rows)).toEqual(numbers(sheets.slice(1).flatMap(({ rows }) => rows)));
    expect(table.rows.every((row) => row.length === table.head.length)).toBe(true);
    expect(table.head).toEqual(
      expect.arrayContaining(['regio', 'aanbieder', 'maanden na het traject', 'maat', 'getal']),
    );
  });

  it('has no file while figures are still being counted', async () => {
    expect(await figuresWorkbook.load(readOf('behind'), thisYear, context)).toBeNull();
    expect(await figuresCsv.load(readOf('behind'), thisYear, context)).toBeNull();
  });
});
