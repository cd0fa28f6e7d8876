import { describe, expect, test } from '@jest/globals';
import { withdrawReport } from '../../../src/features/survey/withdraw-report.js';
import { done, inGroup, press, survey } from './world.js';

const params = { surveyId: survey().id };
const open = { surveys: [survey()] };

describe('the links to the report', () => {
  test('are withdrawn by the working group: what was shared opens nothing, the cards get new ones', async () => {
    const outcome = await done(withdrawReport, { by: inGroup(), data: params, world: open });
    expect(outcome.changes).toEqual([{ put: 'setting', row: { linksWithdrawn: { [params.surveyId]: 1 } } }]);
    expect(outcome.refresh).toContain(`survey:${params.surveyId}:results`);
    expect(outcome.entries).toMatchObject([{ subject: 'survey', name: 'links-withdrawn' }]);
    expect(await press(withdrawReport, { data: params, world: open })).toEqual({ refused: 'only-workgroup' });
    expect(await press(withdrawReport, { by: inGroup(), data: params })).toEqual({ refused: 'not-found' });
  });
});
