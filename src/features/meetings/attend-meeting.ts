import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { ParticipantId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import { attendances, type Attendance, type Meeting, type Participant } from '../../domain/workgroup/meeting.js';
import { meetingPostKey } from './meeting-keys.js';
import { meetingId, newParticipant, organisationNameOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';

interface AttendFacts {
  readonly meeting: Meeting;
  readonly answer: Attendance;
  /** What this person answered before. */
  readonly present: Participant | null;
  readonly organisation: string;
}

/** Ik kom, misschien, ik kom niet: one press, which can be changed until the meeting is over (R19). */
export const attendMeeting = action({
  slug: 'attend-meeting',
  subject: z.object({ meetingId, answer: z.enum(attendances) }),
  fields: z.object({}),
  async load(read, subject, { actor }): Promise<AttendFacts | Refusal> {
    const meeting = await read.meeting(subject.meetingId);
    if (meeting === null) return { refused: 'not-found' };
    const people = await read.participants(meeting.id);
    return {
      meeting,
      answer: subject.answer,
      present: people.find(({ personId }) => personId === actor.person.id) ?? null,
      organisation: organisationNameOf(await read.organisationsOf(actor.person.id)),
    };
  },
  may({ meeting }, { actor, now }) {
    const isToCome = meeting.state === 'planned' && now < meeting.endsAt;
    return workgroupOnly(actor) ?? (isToCome ? null : { refused: 'outdated', show: post(meeting) });
  },
  decide({ meeting, answer, present, organisation }, _fields, { actor, newId }) {
    const reply = meetingCards.post.shown({ meetingId: meeting.id });
    if (present?.answer === answer) return { reply };
    const row = present ?? newParticipant(meeting.id, actor.person, organisation, newId<ParticipantId>());
    return {
      changes: [{ put: 'participant', row: { ...row, answer } }],
      entries: [entry('meeting', meeting.id, 'attendance-answered', { answer })],
      refresh: [meetingPostKey(meeting.id)],
      reply,
    };
  },
});

const post = ({ id }: Meeting) => meetingCards.post.instead({ meetingId: id });
