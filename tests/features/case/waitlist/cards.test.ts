import { chooseFromWaitlist } from '../../../../src/features/case/waitlist/choose-from-waitlist.js';
import { confirmPlace } from '../../../../src/features/case/waitlist/confirm-place.js';
import { freePlace } from '../../../../src/features/case/waitlist/free-place.js';
import { listCheck } from '../../../../src/features/case/waitlist/list-check.js';
import { moveStarts } from '../../../../src/features/case/waitlist/move-starts.js';
import { waitingLists } from '../../../../src/features/case/waitlist/waiting-lists.js';
import { moveStart } from '../../../../src/features/case/waitlist/move-start.js';
import { serviceAvailability } from '../../../../src/features/case/waitlist/service-availability.js';
import { serviceWaitlist } from '../../../../src/features/case/waitlist/service-waitlist.js';
import { setAvailability } from '../../../../src/features/case/waitlist/set-availability.js';
import { waitlistChoice } from '../../../../src/features/case/waitlist/waitlist-choice.js';
import { waitlistStands } from '../../../../src/features/case/waitlist/waitlist-stands.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { monday10 } from '../../../support/given.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import { atDesk, atProvider, daysAgo, desk, farm, farmers, naft, uuid, type CaseWorld } from '../referral/world.js';
import { asksProvider } from './world.js';

const ofService = { serviceId: naft.id };
const behind = async (world: CaseWorld): Promise<void> => {
  await world.refers(35, {
    state: 'waitlisted',
    days: 34,
    startOn: '2027-02-08',
    facts: { ageBand: '12-13', urgency: 'urgent' },
  });
  await world.refers(42, { state: 'waitlisted', days: 9, startOn: '2027-02-22' });
  await world.refers(44, { state: 'waitlisted', days: 7 });
};
const four = async (world: CaseWorld): Promise<void> => {
  await world.refers(31, { state: 'waitlisted', days: 41, startOn: '2027-02-01', facts: { ageBand: '16-17' } });
  await behind(world);
};
const many = async (world: CaseWorld): Promise<void> => {
  for (let number = 10; number < 34; number++) await world.refers(number, { state: 'waitlisted', days: 50 - number });
};
const on = '2026-11-16';
const checked = async (world: CaseWorld): Promise<void> => {
  await four(world);
  await asksProvider(world);
};
const several = async (world: CaseWorld): Promise<void> => {
  await checked(world);
  const farms = { serviceId: farm.id, providerId: farmers.id };
  await world.refers(60, { state: 'place-free', days: 12, facts: farms });
};
const twoRun = async (world: CaseWorld): Promise<void> => {
  const trailId = uuid<TrailId>('700');
  await world.refers(42, { state: 'place-free', days: 20, facts: { trailId } });
  await world.refers(50, { days: 2, facts: { trailId, serviceId: farm.id, firstRegisteredAt: daysAgo(20) } });
};
const list = (name: string, given?: Drawing['given'], page = 0): Drawing =>
  drawView('waitlist', serviceWaitlist, name, { ...ofService, page }, given);
const form = (
  action: { slug: string },
  name: string,
  subject: object,
  given: Drawing['given'] = four,
  around: Parameters<typeof drawForm>[5] = {},
): Drawing => drawForm('waitlist', action, name, { ...subject }, given, { by: atProvider(), ...around });

checkDrawings([
  list('four wait', four),
  list('a place was told', async (world) => {
    await world.refers(31, { state: 'place-free', days: 41, at: monday10 });
    await behind(world);
  }),
  list('second page', many, 1),
  list('nobody waits'),
  drawView('waitlist', listCheck, 'in the channel', { ...ofService, on }, checked),
  drawView('waitlist', listCheck, 'before the desk', { ...ofService, on, to: 'desk' }, checked),
  drawView('waitlist', listCheck, 'looked through', { ...ofService, on }, four),
  form(moveStarts, 'opened', { ...ofService, on }, checked),
  drawView('waitlist', waitingLists, 'the desk', {}, several),
  drawView('waitlist', waitingLists, 'nobody waits', {}),
  drawView('waitlist', waitlistStands, 'in its channel', ofService),
  drawView('waitlist', waitlistChoice, 'the desk', { organisationId: desk.id }, four),
  form(freePlace, 'the first', { referralId: uuid('31') }),
  form(freePlace, 'not the first, no reason', { referralId: uuid('42'), from: 'list' }, four, {
    filled: { errors: { reason: 'reason-missing' } },
  }),
  form(chooseFromWaitlist, 'opened', ofService),
  form(chooseFromWaitlist, 'nothing chosen', ofService, four, {
    filled: { errors: { chosen: 'chosen-missing', reason: 'reason-missing' } },
  }),
  drawForm('waitlist', confirmPlace, 'another runs', { referralId: uuid('42') }, twoRun),
  drawForm('waitlist', confirmPlace, 'nothing said', { referralId: uuid('42'), asked: 'yes' }, twoRun, {
    filled: { errors: { others: 'others-missing' } },
  }),
  form(moveStart, 'opened', { referralId: uuid('42') }),
  form(moveStart, 'a day that has passed', { referralId: uuid('42') }, four, {
    filled: { typed: { expectedStartOn: '2026-01-05' }, errors: { expectedStartOn: 'date-passed' } },
  }),
  form(setAvailability, 'one service', {}, four),
  form(setAvailability, 'the desk, several', {}, async () => undefined, {
    by: atDesk(),
    filled: {
      errors: { serviceId: 'service-missing', kind: 'kind-missing', weeks: 'weeks-wrong', fullUntil: 'date-wrong' },
    },
  }),
  drawView('waitlist', serviceAvailability, 'place', ofService, undefined, { services: [{ ...naft, waitWeeks: 0 }] }),
  drawView('waitlist', serviceAvailability, 'full', ofService, undefined, {
    services: [{ ...naft, fullUntil: '2027-08-31' }],
  }),
  drawView('waitlist', serviceAvailability, 'place, but somebody waits', ofService, four, {
    services: [{ ...naft, waitWeeks: 0 }],
  }),
]);
