import { describe, expect, test } from '@jest/globals';
import type { Bars, Block } from '../../../src/contracts/document.js';
import type { SurveyId } from '../../../src/domain/ids.js';
import { surveyClosed } from '../../../src/features/survey/survey-closed.js';
import { surveyReport } from '../../../src/features/survey/survey-report.js';
import { surveyResults } from '../../../src/features/survey/survey-results.js';
import { viewContext } from '../../support/given.js';
import { an, answers, asked, els, fill, readOf, survey, uuid, type World } from './world.js';

const params = { surveyId: survey().id };
const closed = survey({ state: 'closed' });
const lastYear = survey({ id: uuid<SurveyId>('50'), schoolYear: '2025-2026', state: 'closed', opensOn: '2026-03-01' });
const people = [asked(an, true), asked(els)];
const many: World = {
  surveys: [closed, lastYear],
  people,
  answers: [...answers(15), ...answers(5, { region: ['AHV'] }, 'Te ver weg'), ...answers(10, {}, '', lastYear)],
};

async function sheetOf(world: World) {
  const facts = await surveyReport.load(readOf(world), params, viewContext());
  return facts === null ? null : surveyReport.fill(facts, viewContext());
}
const isBars = (block: Block): block is { readonly bars: Bars } => 'bars' in block;

describe('the results', () => {
  test('are only a count as long as it is open', async () => {
    const { data, summary } = await fill(surveyResults, params, { ...many, surveys: [survey()] });
    expect(data).toMatchObject({
      counted: 'Antwoorden: 1 van 2',
      open: expect.stringContaining('zo 28 mrt.'),
      questions: [],
      report: null,
      nextPage: null,
    });
    expect(summary).toBe('Bevraging 2026–2027: 1 antwoord');
  });

  test('are shares of all answers beside last year', async () => {
    const { data } = await fill(surveyResults, { ...params, page: 2 }, many);
    const [, region] = data['questions'] as {
      title: string;
      bars: { label: string; shown: string; value: number | null }[];
    }[];
    expect(region?.title).toBe('In welke regio werkt u?');
    expect(region?.bars.map(({ label, shown }) => `${label}: ${shown}`)).toEqual([
      'Vlaams-Brabant Oost: 75 % (was 100 %)',
      'Asse-Halle-Vilvoorde: 25 % (was 0 %)',
      'beide regio’s: 0 % (was 0 %)',
    ]);
    expect(region?.bars.every(({ value, shown }) => (value === null) === /^(<|–)/.test(shown))).toBe(true);
    expect(data).toMatchObject({
      previousPage: '1',
      nextPage: null,
      counted: expect.stringContaining('10 antwoorden'),
    });
  });

  test('stand alone in the first year', async () => {
    const { data } = await fill(surveyResults, params, { ...many, surveys: [closed] });
    expect(JSON.stringify(data)).not.toContain('was');
  });

  test('are not told below five answers', async () => {
    const { data } = await fill(surveyResults, params, { ...many, answers: answers(4) });
    expect(data).toMatchObject({ few: expect.stringContaining('minder dan 5'), questions: [], report: null });
  });

  test('are announced at the end', async () => {
    const { data, summary } = await fill(surveyClosed, params, many);
    expect(data['sentence']).toBe('Bevraging 2026–2027 is afgesloten met 1 antwoord. De resultaten staan hierboven.');
    expect(summary).toBe(data['sentence']);
  });
});

describe('the report', () => {
  test('has a chart per question with both years, and what was written', async () => {
    const sheet = await sheetOf(many);
    if (sheet?.kind !== 'pdf') throw new Error('no document');
    expect(sheet).toMatchObject({ fileName: 'bevraging-2026-2027', subtitle: 'Bevraging 2026–2027' });
    const charts = sheet.blocks.filter(isBars);
    expect(charts).toHaveLength(6);
    expect(charts[5]?.bars).toMatchObject({
      highest: 100,
      legend: ['2026–2027', '2025–2026'],
      bars: [{ value: 75, before: 100 }, { value: 25, before: 0 }, { value: 0 }],
    });
    const [list] = sheet.blocks.flatMap((block) => ('list' in block ? [block.list] : []));
    expect(list).toHaveLength(5);
  });

  test('has no second bar in the first year, and no charts below five answers', async () => {
    const first = await sheetOf({ ...many, surveys: [closed] });
    if (first?.kind !== 'pdf') throw new Error('no document');
    expect(first.blocks.filter(isBars)[0]?.bars).toMatchObject({ legend: null });
    const few = await sheetOf({ ...many, answers: answers(4, {}, 'Iets') });
    expect(JSON.stringify(few)).toContain('minder dan 5');
    expect(JSON.stringify(few)).not.toContain('Iets');
  });

  test('does not exist as long as the survey is open', async () => {
    expect(await sheetOf({ ...many, surveys: [survey()] })).toBeNull();
    expect(await sheetOf({})).toBeNull();
  });
});
