import { expect, test } from '@jest/globals';
import { withdrawLinks } from '../../../src/features/meetings/withdraw-links.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { done, refused, rowsOf } from './act.js';
import { meeting, outside } from './world.js';

const data = { meetingId: meeting().id };

test('Links intrekken: what was shared opens nothing any more, and every card of the meeting gets a new link', async () => {
  const settings = { ...defaultSettings, linksWithdrawn: { another: 3 } };
  const outcome = await done(withdrawLinks, { world: {}, data, over: { settings } });
  expect(rowsOf(outcome, 'setting')).toEqual([{ linksWithdrawn: { another: 3, [data.meetingId]: 1 } }]);
  expect(outcome.refresh).toContain(`meeting:${data.meetingId}:pack:2027-01-14`);
  expect(outcome.refresh).toContain(`meeting:${data.meetingId}:update:closed:0`);
  expect(outcome.entries).toMatchObject([{ subject: 'meeting', name: 'links-withdrawn' }]);
  expect(outcome.reply).toMatchObject({ note: { key: 'links-withdrawn' } });
});

test('only the working group does it', async () => {
  expect(await refused(withdrawLinks, { world: {}, data, by: outside() })).toEqual({ refused: 'only-workgroup' });
});
