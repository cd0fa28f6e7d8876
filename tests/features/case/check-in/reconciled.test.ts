import { expect, test } from '@jest/globals';
import { checkInReferral } from '../../../../src/features/case/check-in/check-in-referral.job.js';
import { onStage } from '../referral/on-stage.js';
import { an, daysAgo } from '../referral/world.js';
import { on, waiting } from './world.js';

const at = onStage();

test('the nightly run finds the card of the whole list with each referral of it, and the reminder once there is one', async () => {
  const start = at.stage.now;
  await waiting(at.world);
  const { id: first } = await at.world.referral(31);
  await at.stage.run(checkInReferral, { referralId: first });
  at.stage.now = daysAgo(-8);
  await at.stage.run(checkInReferral, { referralId: first });
  at.stage.now = start;
  const cards = `check-in:${an.id}:${on}`;
  const keysOf = async (number: number): Promise<string[]> => {
    const { id } = await at.world.referral(number);
    const stored = (await at.stage.read.storedCases(null, 10)).find(({ referral }) => referral.id === id)!;
    return stored.posts.map(({ key }) => String(key)).filter((key) => key.startsWith('check-in:'));
  };
  expect((await keysOf(31)).sort()).toEqual([cards, `${cards}:again`]);
  expect((await keysOf(43)).sort()).toEqual([cards, `${cards}:again`]);
  expect(await keysOf(44)).toEqual([]);
});
