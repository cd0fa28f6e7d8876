import type { CaseWorld } from '../referral/world.js';
import { daysAgo, farm, farmers } from '../referral/world.js';

/** The Monday on which the whole list of An is asked. */
export const on = '2026-11-16';

/** An has three on two lists, the longest for nine weeks, and one whom she put there yesterday. */
export async function waiting(world: CaseWorld): Promise<void> {
  const elsewhere = { serviceId: farm.id, providerId: farmers.id };
  await world.refers(31, { state: 'waitlisted', days: 63, at: daysAgo(40) });
  await world.refers(42, { state: 'waitlisted', days: 30, facts: { ...elsewhere, urgency: 'urgent' } });
  await world.refers(43, { state: 'waitlisted', days: 20 });
  await world.refers(44, { state: 'waitlisted', days: 1 });
}

/** All but the last are asked now. */
export async function asked(world: CaseWorld): Promise<void> {
  await waiting(world);
  for (const number of [31, 42, 43])
    await world.happened(number, 'check-in-asked', { on }, { side: 'clock', person: null });
}

/** An knows two of them by a hint of her own. */
export async function hinted(world: CaseWorld): Promise<void> {
  await asked(world);
  for (const [number, text] of [
    [31, 'N.V. 4B'],
    [42, 'Rode fiets'],
  ] as const) {
    const { trailId } = await world.referral(number);
    await world.stage.put({ put: 'hint', row: { trailId, text } });
  }
}

/** One is still needed, two were taken off their list. */
export async function answered(world: CaseWorld): Promise<void> {
  await hinted(world);
  await world.happened(31, 'waiting-confirmed', {}, { side: 'clb' });
  await world.happened(42, 'withdrawn', { reason: 'elsewhere' }, { side: 'clb' });
  await world.happened(43, 'withdrawn', { reason: 'solved' }, { side: 'clb' });
}
