import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { ParticipantId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Interest } from '../../domain/workgroup/interest.js';
import type { Meeting, Participant } from '../../domain/workgroup/meeting.js';
import type { Person } from '../../domain/organisation.js';
import { loadInterest, type InterestFacts } from './interested-person.js';
import { meetingCards } from './meeting-cards.js';
import { interestKey, meetingPostKey } from './meeting-keys.js';
import { interestId, newParticipant } from './working-group.js';

interface InviteFacts extends InterestFacts {
  readonly people: readonly Participant[];
}

/** Uitnodigen: somebody who would like to join gets the invitation to the next meeting, with its calendar file (R19). */
export const inviteInterested = action({
  slug: 'invite-interested',
  subject: z.object({ interestId }),
  fields: z.object({}),
  async load(read, { interestId: id }, { now }): Promise<InviteFacts | Refusal> {
    const facts = await loadInterest(read, id, now);
    if (facts === null) return { refused: 'not-found' };
    return { ...facts, people: facts.meeting === null ? [] : await read.participants(facts.meeting.id) };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  decide({ interest, person, meeting, people }, _fields, { actor, newId }): Outcome {
    const shown = meetingCards.interest.shown({ interestId: interest.id });
    if (interest.state === 'invited') return { reply: shown };
    if (meeting === null || person === null) return { reply: { ...shown, note: { key: 'no-meeting-planned' } } };
    const isThere = people.some(({ personId }) => personId === person.id);
    const guest = guestOf(interest, person, meeting, newId<ParticipantId>());
    const row: Interest = { ...interest, state: 'invited', meetingId: meeting.id, invitedBy: actor.person.id };
    return {
      changes: [
        { put: 'interest', row },
        ...(isThere ? [] : [{ put: 'participant' as const, row: { ...guest, invitedBy: actor.person.id } }]),
      ],
      entries: isThere ? [] : [entry('meeting', meeting.id, 'guest-invited', { participantId: guest.id })],
      notices: [
        {
          key: `${interestKey(interest.id)}:invited`,
          ...meetingCards.joining.with({ interestId: interest.id }),
          to: { person: person.id },
        },
      ],
      refresh: [interestKey(interest.id), meetingPostKey(meeting.id)],
      reply: shown,
    };
  },
});

const guestOf = (
  { organisation }: Interest,
  person: Person,
  { id }: Meeting,
  participantId: ParticipantId,
): Participant => ({
  ...newParticipant(id, person, organisation, participantId),
  guest: true,
});
