import type { Action, View } from '../../../../src/contracts/action.js';
import { chooseFromWaitlist } from '../../../../src/features/case/waitlist/choose-from-waitlist.js';
import { freePlace } from '../../../../src/features/case/waitlist/free-place.js';
import { moveStart } from '../../../../src/features/case/waitlist/move-start.js';
import { serviceAvailability } from '../../../../src/features/case/waitlist/service-availability.js';
import { serviceWaitlist } from '../../../../src/features/case/waitlist/service-waitlist.js';
import { setAvailability } from '../../../../src/features/case/waitlist/set-availability.js';
import { waitlistChoice } from '../../../../src/features/case/waitlist/waitlist-choice.js';
import { drawForm, drawView, type Drawing } from '../referral/act.js';
import { checkDrawings } from '../referral/check-drawings.js';
import { atDesk, atProvider, desk, farm, naft, undoable, uuid, waiting, type World } from '../referral/world.js';

const four = [
  waiting(31, 41, { ageBand: '16-17', expectedStartOn: '2027-02-01' }),
  waiting(35, 34, { ageBand: '12-13', expectedStartOn: '2027-02-08', urgency: 'urgent' }),
  waiting(42, 9, { expectedStartOn: '2027-02-22' }),
  waiting(44, 7),
];
const ofService = { serviceId: naft.id };
const list = (name: string, world: World, page = 0): Drawing =>
  drawView('waitlist', serviceWaitlist as View, name, { ...ofService, page }, world);
const form = (action: unknown, name: string, given: Parameters<typeof drawForm>[3], filled = {}): Drawing =>
  drawForm('waitlist', action as Action, name, { by: atProvider(), ...given }, filled);

checkDrawings([
  list('four wait', { referrals: four }),
  list('a place was told', {
    referrals: [waiting(31, 41, { state: 'place-free', undo: undoable('waitlisted') }), ...four.slice(1)],
  }),
  list('second page', { referrals: Array.from({ length: 24 }, (_none, index) => waiting(index + 10, 40 - index)) }, 1),
  list('nobody waits', {}),
  drawView('waitlist', waitlistChoice as View, 'the desk', { organisationId: desk.id }, { referrals: four }),
  form(freePlace, 'the first', { world: { referrals: four }, data: { referralId: uuid('31') } }),
  form(
    freePlace,
    'not the first, no reason',
    { world: { referrals: four }, data: { referralId: uuid('42'), from: 'list' } },
    { errors: { reason: 'reason-missing' } },
  ),
  form(chooseFromWaitlist, 'opened', { world: { referrals: four }, data: ofService }),
  form(
    chooseFromWaitlist,
    'nothing chosen',
    { world: { referrals: four }, data: ofService },
    { errors: { chosen: 'chosen-missing', reason: 'reason-missing' } },
  ),
  form(moveStart, 'opened', { world: { referrals: four }, data: { referralId: uuid('42') } }),
  form(
    moveStart,
    'a day that has passed',
    { world: { referrals: four }, data: { referralId: uuid('42') } },
    { typed: { expectedStartOn: '2026-01-05' }, errors: { expectedStartOn: 'date-passed' } },
  ),
  form(setAvailability, 'one service', { world: { referrals: four } }),
  form(
    setAvailability,
    'the desk, several',
    { by: atDesk(), world: { services: [naft, farm] } },
    {
      errors: {
        serviceId: 'service-missing',
        kind: 'kind-missing',
        weeks: 'weeks-wrong',
        fullUntil: 'date-unreadable',
      },
    },
  ),
  drawView('waitlist', serviceAvailability as View, 'place', ofService, { services: [{ ...naft, waitWeeks: 0 }] }),
  drawView('waitlist', serviceAvailability as View, 'full', ofService, {
    services: [{ ...naft, fullUntil: '2027-08-31' }],
  }),
  drawView('waitlist', serviceAvailability as View, 'place, but somebody waits', ofService, {
    services: [{ ...naft, waitWeeks: 0 }],
    referrals: four,
  }),
]);
