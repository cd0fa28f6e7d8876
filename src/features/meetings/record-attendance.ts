import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Change, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { ParticipantId } from '../../domain/ids.js';
import type { Person } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Meeting, Participant } from '../../domain/workgroup/meeting.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { nameOf } from './who-comes.js';
import { meetingId, membersOf, newParticipant, organisationNameOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';

interface AttendanceFacts {
  readonly meeting: Meeting;
  readonly people: readonly Participant[];
  /** Members of whom nothing was noted yet, with for whom they sit there. */
  readonly others: readonly { readonly person: Person; readonly organisation: string }[];
}

/** Aanwezigheden: who was there, members and guests, for the minutes (R19). Can be noted again until the meeting is closed. */
export const recordAttendance = action({
  slug: 'record-attendance',
  subject: z.object({ meetingId }),
  fields: z.object({
    present: z
      .string()
      .optional()
      .transform((text) => (text ?? '').split(',').filter((id) => id !== '')),
  }),
  async load(read, subject): Promise<AttendanceFacts | Refusal> {
    const meeting = await read.meeting(subject.meetingId);
    if (meeting === null) return { refused: 'not-found' };
    const people = await read.participants(meeting.id);
    const missing = (await membersOf(read)).filter(({ id }) => people.every(({ personId }) => personId !== id));
    const others = await Promise.all(
      missing.map(async (person) => ({
        person,
        organisation: organisationNameOf(await read.organisationsOf(person.id)),
      })),
    );
    return { meeting, people, others };
  },
  may({ meeting }, { actor, now }) {
    const refusal = workgroupOnly(actor);
    if (refusal !== null) return refusal;
    if (meeting.state !== 'planned') return { refused: 'outdated', show: card(meeting) };
    return now < meeting.startsAt ? { refused: 'meeting-to-come', show: card(meeting) } : null;
  },
  form({ meeting, people, others }, { actor: { language } }, { typed }) {
    const likely = people.filter((one) => one.attended ?? one.answer === 'coming');
    return {
      meetingId: meeting.id,
      reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      choices: [
        ...people.map((one) => ({ title: nameOf(one, language), value: one.id as string })),
        ...others.map(({ person }) => ({ title: person.name, value: person.id as string })),
      ],
      typed: { present: typed['present'] ?? likely.map(({ id }) => id).join(',') },
    };
  },
  decide(facts, { present }, context) {
    const { meeting } = facts;
    const changes = changesOf(facts, new Set(present), context);
    const all = [
      ...facts.people.map(({ id }) => id as string),
      ...facts.others.map(({ person }) => person.id as string),
    ];
    const there = all.filter((id) => present.includes(id)).length;
    return {
      changes,
      entries: changes.length === 0 ? [] : [entry('meeting', meeting.id, 'attendance-noted', { present: there })],
      refresh: [meetingPostKey(meeting.id)],
      reply: { ...meetingCards.card.shown({ meetingId: meeting.id }), note: { key: 'done' } },
    };
  },
});

const card = ({ id }: Meeting) => meetingCards.card.instead({ meetingId: id });

/** Who was noted already changes when that is different; members who were there without an answer are added. */
function changesOf(
  { meeting, people, others }: AttendanceFacts,
  present: ReadonlySet<string>,
  { newId }: ActionContext,
) {
  const noted = people.filter((one) => one.attended !== present.has(one.id));
  const added = others.filter(({ person }) => present.has(person.id));
  return [
    ...noted.map((one): Change => ({ put: 'participant', row: { ...one, attended: present.has(one.id) } })),
    ...added.map(({ person, organisation }): Change => {
      const row = newParticipant(meeting.id, person, organisation, newId<ParticipantId>());
      return { put: 'participant', row: { ...row, attended: true } };
    }),
  ];
}
