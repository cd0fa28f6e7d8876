import { describe, expect, test } from '@jest/globals';
import { openSurvey } from '../../../src/features/survey/open-survey.job.js';
import { remindSurvey } from '../../../src/features/survey/remind-survey.job.js';
import { an, asked, jan, runs, survey } from './world.js';

const params = { surveyId: survey().id };
const open = { surveys: [survey()], people: [asked(an), asked(jan)] };
const day = (on: string) => new Date(`${on}T10:00:00Z`);

describe('after a time in which nothing ran, a survey', () => {
  test.each([
    ['its day passed in this school year', '2027-04-12T08:00:00Z', '2026-2027'],
    ['it can still end before the holidays are over', '2027-08-04T08:00:00Z', '2026-2027'],
  ])('opens late when %s', async (_why, now, schoolYear) => {
    const outcome = await runs(openSurvey, {}, {}, new Date(now));
    expect(outcome?.changes?.[0]).toMatchObject({ row: { schoolYear } });
  });

  test.each([
    ['it could not end in its school year', '2027-08-05T08:00:00Z'],
    ['its day was in the school year before', '2027-09-06T08:00:00Z'],
    ['its day was in the school year before, and it is winter', '2028-02-28T08:00:00Z'],
  ])('does not open by itself when %s', async (_why, now) => {
    expect(await runs(openSurvey, {}, {}, new Date(now))).toBeNull();
  });
});

describe('after a time in which nothing ran, reminders', () => {
  test('come as one when nothing ran until the day of the last', async () => {
    const week = { ...params, stage: 'week' };
    expect(await runs(remindSurvey, week, open, day('2027-03-25'))).not.toBeNull();
    expect(await runs(remindSurvey, week, open, day('2027-03-26'))).toBeNull();
    expect(await runs(remindSurvey, { ...params, stage: 'last' }, open, day('2027-03-27'))).not.toBeNull();
  });
});
