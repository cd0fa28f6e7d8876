import { expect, test } from '@jest/globals';
import { inviteInterested } from '../../../src/features/meetings/invite-interested.js';
import { joinWorkgroup } from '../../../src/features/meetings/join-workgroup.js';
import { done, press, rowsOf } from './act.js';
import { an, first, interest, meeting, outside, takesPart, uuid } from './world.js';

const ofInterest = { interestId: interest().id };

test('join-workgroup: given somebody who asked before, then there is one card', async () => {
  const again = await done(joinWorkgroup, { world: { interests: [interest()] }, by: outside() });
  expect(again.changes).toBeUndefined();
  const fresh = await done(joinWorkgroup, { world: {}, by: outside() });
  expect(rowsOf(fresh, 'interest')).toMatchObject([{ state: 'asked', personId: outside().person.id }]);
});

test('join-workgroup: given a member, then the meetings are shown', async () => {
  expect((await done(joinWorkgroup, { world: {} })).reply).toMatchObject({ show: 'meeting-list' });
});

test('invite-interested: given a planned meeting, then somebody is a guest of it and gets the invitation, once', async () => {
  const world = { meetings: [first({ state: 'held' }), meeting()], interests: [interest()] };
  const outcome = await done(inviteInterested, { world, data: ofInterest });
  expect(rowsOf(outcome, 'participant')).toMatchObject([{ guest: true, meetingId: meeting().id, invitedBy: an.id }]);
  expect(outcome.notices).toMatchObject([{ to: { person: interest().personId } }]);
  const there = { ...world, participants: [takesPart(outside().person, { id: uuid('b7') })] };
  expect(rowsOf(await done(inviteInterested, { world: there, data: ofInterest }), 'participant')).toEqual([]);
});

test('invite-interested: given none planned, or somebody outside the working group, then nothing is sent', async () => {
  const world = { meetings: [], interests: [interest()] };
  expect((await done(inviteInterested, { world, data: ofInterest })).notices).toBeUndefined();
  expect(await press(inviteInterested, { world, data: ofInterest, by: outside() })).toMatchObject({
    refused: 'only-workgroup',
  });
});
