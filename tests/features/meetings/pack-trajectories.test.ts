import { expect, test } from '@jest/globals';
import type { Sheet } from '../../../src/contracts/document.js';
import type { Figures } from '../../../src/domain/figures/index.js';
import { meetingPack } from '../../../src/features/meetings/meeting-pack.js';
import { sheetOf } from './act.js';
import { provider } from '../case/referral/world.js';
import { meeting } from './world.js';

const line = (count: number, by: Record<string, string>) => ({ by, count });
const at = (region: string, more: Record<string, string>) => ({ region, provider: provider.id as string, ...more });

const counts: Partial<Figures> = {
  'trajectories-started': [line(9, at('VBO', { school: 'away' })), line(6, at('VBO', { school: 'there' }))],
  'trajectories-running': [line(13, { state: 'started', region: 'VBO' })],
  'trajectories-closed': [line(7, { outcome: 'back-soon', region: 'VBO' })],
  'time-to-start': [
    ...[line(15, { region: 'VBO', measure: 'cases' }), line(15, { region: 'all', measure: 'cases' })],
    ...[line(21, { region: 'VBO', measure: 'median' }), line(21, { region: 'all', measure: 'median' })],
    ...[line(60, { region: 'VBO', measure: 'p90' }), line(60, { region: 'all', measure: 'p90' })],
  ],
  'lost-school-time': [
    ...[
      line(9, at('VBO', { school: 'away', measure: 'cases' })),
      line(6, at('VBO', { school: 'there', measure: 'cases' })),
    ],
    line(240, at('VBO', { school: 'away', measure: 'sum' })),
  ],
  'half-days': [line(15, at('VBO', { measure: 'cases' })), line(310, at('VBO', { measure: 'sum' }))],
  absences: [line(3, at('VBO', { measure: 'cases' })), line(11, at('VBO', { measure: 'sum' }))],
  'still-at-school': [line(6, { months: '3', answer: 'same-school', region: 'VBO' })],
};

test('the pack tells how trajectories began, ran and ended; what stands for fewer than five pupils is hidden', async () => {
  const world = { meetings: [meeting()], counts };
  const { blocks } = (await sheetOf(meetingPack, { meetingId: meeting().id }, world)) as Extract<
    Sheet,
    { kind: 'pdf' }
  >;
  const rows = blocks.flatMap((block) => ('table' in block ? block.table.rows.map((row) => row.join(' | ')) : []));
  const vbo = 'Vlaams-Brabant Oost';
  expect(rows).toEqual(
    expect.arrayContaining([
      `${vbo} | 15 | 9 | 240`,
      `${vbo}: ${provider.name} | 15 | 9 | 240`,
      `${vbo} | 21 dagen | 60 dagen`,
      `${vbo} | 15 | 310`,
      `${vbo} | < 5 | –`,
    ]),
  );
  expect(rows.find((row) => row.startsWith('loopt |'))).toContain(' 15 |');
  expect(rows.find((row) => row.startsWith('3 maanden: dezelfde school |'))).toContain('| 6 |');
  expect(JSON.stringify(blocks)).not.toContain('"11"');
});
