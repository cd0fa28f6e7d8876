import { describe, expect, test } from '@jest/globals';
import type { SurveyId } from '../../../src/domain/ids.js';
import {
  answersOf,
  choosable,
  missingAnswers,
  surveyQuestionCodes,
  type SurveyChoices,
} from '../../../src/domain/workgroup/survey-questions.js';
import { resultsOf, shareOf } from '../../../src/domain/workgroup/survey-results.js';
import { isAnswerable, surveyBefore, type Survey } from '../../../src/domain/workgroup/survey.js';

const survey: Survey = {
  id: 's' as SurveyId,
  schoolYear: '2026-2027',
  opensOn: '2027-03-01',
  closesOn: '2027-03-28',
  state: 'open',
  openedAt: new Date('2027-03-01T08:00:00Z'),
  version: 1,
};
const none: SurveyChoices = { asked: [], problems: [], askedBy: [], missing: [], helped: [], region: [] };
const full: SurveyChoices = {
  asked: ['3-5'],
  problems: ['social', 'home'],
  askedBy: ['school'],
  missing: ['place'],
  helped: ['2'],
  region: ['VBO'],
};

describe('a survey', () => {
  test.each([
    ['2027-02-28', false],
    ['2027-03-01', true],
    ['2027-03-28', true],
    ['2027-03-29', false],
  ])('on %s can be answered: %s', (day, can) => {
    expect(isAnswerable(survey, day)).toBe(can);
    expect(isAnswerable({ ...survey, state: 'closed' }, day)).toBe(false);
  });

  test('is compared with the school year before, not with an older one', () => {
    const before = { ...survey, schoolYear: '2025-2026' };
    expect(surveyBefore(survey, [survey, before])).toBe(before);
    expect(surveyBefore(survey, [survey, { ...survey, schoolYear: '2024-2025' }])).toBeNull();
  });
});

describe('an answer', () => {
  test('asks everybody how many and where', () => {
    expect(missingAnswers(none)).toEqual(['asked', 'region']);
    expect(missingAnswers({ ...none, asked: ['none'], region: ['AHV'] })).toEqual([]);
  });

  test('asks the rest of who had a question', () => {
    expect(missingAnswers({ ...none, asked: ['1-2'] })).toEqual(['problems', 'askedBy', 'missing', 'helped', 'region']);
    expect(missingAnswers(full)).toEqual([]);
  });

  test('is kept as codes', () => {
    expect(answersOf(full, 'Meer plaats dichtbij.')).toEqual({
      asked: '3-5',
      problems: ['social', 'home'],
      askedBy: ['school'],
      missing: ['place'],
      helped: '2',
      region: 'VBO',
      remark: 'Meer plaats dichtbij.',
    });
  });

  test('of who had no question leaves out what was ticked about it', () => {
    expect(answersOf({ ...full, asked: ['none'] }, '')).toEqual({
      asked: 'none',
      problems: [],
      askedBy: [],
      missing: [],
      helped: 'no-question',
      region: 'VBO',
    });
    expect(choosable('helped')).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('the results', () => {
  const times = (count: number, over: Partial<SurveyChoices> = {}, remark = '') =>
    Array.from({ length: count }, (_none, index) => ({
      answers: answersOf({ ...full, ...over }, remark === '' ? '' : `${remark} ${index}`),
    }));

  test('below five answers tell nothing', () => {
    const { count, questions, remarks } = resultsOf(times(4, {}, 'Iets'));
    expect([count, remarks]).toEqual([4, []]);
    for (const code of surveyQuestionCodes)
      expect([...questions[code].values()].every((shown) => shown === 'hidden')).toBe(true);
  });

  test('count every option, and hide the small ones', () => {
    const { questions } = resultsOf([
      ...times(20),
      ...times(8, { region: ['AHV'] }),
      ...times(3, { region: ['both'] }),
    ]);
    expect(questions.asked.get('3-5')).toBe(31);
    expect(questions.problems.get('social')).toBe(31);
    expect(questions.problems.get('legal')).toBe(0);
    expect(questions.region.get('both')).toBe('small');
    expect([questions.region.get('VBO'), questions.region.get('AHV')]).toContain('hidden');
  });

  test('hide a large number when it tells how few did not choose it', () => {
    const { questions } = resultsOf([...times(20), ...times(2, { missing: ['transport'] })]);
    expect(questions.missing.get('transport')).toBe('small');
    expect(questions.missing.get('place')).toBe('hidden');
  });

  test('tell what was written only when five wrote something', () => {
    expect(resultsOf([...times(10), ...times(4, {}, 'Iets')]).remarks).toEqual([]);
    expect(resultsOf([...times(10), ...times(5, {}, 'Iets')]).remarks).toHaveLength(5);
  });

  test('as a share of all answers', () => {
    expect([shareOf(12, 34), shareOf(0, 0), shareOf('small', 34), shareOf('hidden', 34)]).toEqual([35, 0, null, null]);
  });
});
