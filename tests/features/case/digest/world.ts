import { checkInReferral } from '../../../../src/features/case/check-in/check-in-referral.job.js';
import { matchCaseJob } from '../../../../src/features/case/matching/match-case.job.js';
import { sendDigest } from '../../../../src/features/case/digest/send-digest.job.js';
import { monday10, workerDetails } from '../../../support/given.js';
import { an, clb, farm, farmers, naft, type CaseWorld, uuid } from '../referral/world.js';
import type { ChannelId } from '../../../../src/domain/ids.js';

export const at = monday10.toISOString();
export const on = '2026-11-16';

/** An reads once a day; a service fits a pupil of hers, whose place on a list is to be looked at. */
export async function kept(world: CaseWorld): Promise<void> {
  await world.stage.put({ put: 'worker', row: workerDetails({ personId: an.id, reach: '16:00' }) });
  const channelId = uuid<ChannelId>(`e${clb.id.slice(-2)}`);
  await world.stage.put({ put: 'membership', row: { personId: an.id, channelId } });
  await world.refers(31, { state: 'waitlisted', days: 63, facts: { serviceId: farm.id, providerId: farmers.id } });
  const { id: referralId } = await world.referral(31);
  await world.stage.run(matchCaseJob, { referralId, serviceId: naft.id, on });
  await world.stage.run(checkInReferral, { referralId });
}

/** Her hour: both on one card. */
export async function gathered(world: CaseWorld): Promise<void> {
  await kept(world);
  await world.stage.run(sendDigest, { personId: an.id });
}

/** And on her name one that is late and one that she is to decide, known to her by a hint. */
export async function busy(world: CaseWorld): Promise<void> {
  await kept(world);
  await world.refers(32, { state: 'no-match', days: 2 });
  await world.refers(33, { state: 'delivered', days: 9, contactBy: new Date('2026-11-13T13:00:00Z') });
  const { trailId } = await world.referral(32);
  await world.stage.put({ put: 'hint', row: { trailId, text: 'N.V. 4B' } });
  await world.stage.run(sendDigest, { personId: an.id });
}
