import { expect, it } from '@jest/globals';
import type { LineReportId } from '../../../src/domain/ids.js';
import { entry } from '../../../src/domain/timeline/entries.js';
import { lineHistory } from '../../../src/features/helplines/line-history.js';
import { viewContext } from '../../support/given.js';
import { change, fillOf, jac, uuid } from './world.js';

it('tells between the changes what was said of the line, newest first, with nothing to take back', async () => {
  const told = [
    { at: '2026-11-16T08:00:00Z', one: entry('help-line', jac.id, 'edited', { fields: ['phone'] }) },
    { at: '2026-11-16T08:30:00Z', one: entry('help-line', jac.id, 'asked', { round: '2026-10-01' }) },
    {
      at: '2026-11-16T10:00:00Z',
      one: entry('help-line', jac.id, 'reported', { reportId: uuid<LineReportId>('a1'), reason: 'phone-wrong' }),
    },
  ];
  const data = await fillOf(lineHistory, { lineId: jac.id }, { changes: [change()], told }, viewContext());
  expect((data!['rows'] as { what: string; who: string; mayUndo: string | null }[]).slice(0, 2)).toMatchObject([
    {
      what: expect.stringMatching(/^Gemeld dat er iets niet klopt: /),
      who: 'CLB Voorbeeld Leuven · ma 16 nov., 11 u.',
      mayUndo: null,
    },
    { what: expect.any(String), mayUndo: 'yes' },
  ]);
  expect(data!['rows']).toHaveLength(2);
});
