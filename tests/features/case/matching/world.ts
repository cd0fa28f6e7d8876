import type { TrailId } from '../../../../src/domain/ids.js';
import { daysAgo, farm, farmers, naft, uuid, type CaseWorld } from '../referral/world.js';

export const on = '2026-11-16';
const nowhere = { serviceId: null, providerId: null };
const atFarm = { serviceId: farm.id, providerId: farmers.id };

/** An has pupils whom NAFT would fit: one waits at the farm, one was refused there, one was full at NAFT itself; and some whom it would not. */
export async function unhelped(world: CaseWorld): Promise<void> {
  await world.refers(31, { state: 'waitlisted', days: 63, facts: atFarm });
  await world.refers(32, { state: 'no-match', days: 20, facts: { ...atFarm, urgency: 'urgent' } });
  await world.refers(33, { state: 'full', days: 12 });
  // The desk holds it because nobody chose; it goes to school in the other region.
  await world.refers(34, { state: 'held', days: 5, facts: nowhere });
  await world.refers(35, { state: 'waitlisted', days: 4, facts: { ...atFarm, region: 'AHV', alsoRegions: ['VBO'] } });
  // Too young, another region, at NAFT already, refused by it, somebody is busy with it, helped; the desk looks at it first.
  await world.refers(41, { state: 'waitlisted', days: 9, facts: { ...atFarm, ageBand: 'under-12' } });
  await world.refers(42, { state: 'waitlisted', days: 9, facts: { ...atFarm, region: 'AHV' } });
  await world.refers(43, { state: 'waitlisted', days: 9 });
  await world.refers(44, { state: 'no-match', days: 9 });
  await world.refers(45, { state: 'contacted', days: 9, facts: atFarm });
  await world.refers(48, { state: 'held', days: 3, facts: atFarm });
  const trailId = uuid<TrailId>('700');
  await world.refers(46, { state: 'waitlisted', days: 9, facts: { ...atFarm, trailId } });
  await world.refers(47, { state: 'placed', days: 2, facts: { trailId, firstRegisteredAt: daysAgo(9) } });
}

/** An was told of those whom it fits. */
export async function told(world: CaseWorld): Promise<void> {
  await unhelped(world);
  const data = { serviceId: naft.id, on };
  for (const number of [31, 32, 33, 34, 35])
    await world.happened(number, 'match-found', data, { side: 'clock', person: null });
  const { trailId } = await world.referral(31);
  await world.stage.put({ put: 'hint', row: { trailId, text: 'N.V. 4B' } });
}
