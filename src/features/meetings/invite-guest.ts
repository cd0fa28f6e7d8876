import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { ParticipantId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Meeting, Participant } from '../../domain/workgroup/meeting.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface GuestFacts {
  readonly meeting: Meeting;
  readonly people: readonly Participant[];
}

const mostGuests = 60;
const line = (missing: string) =>
  z
    .string({ error: missing })
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, { error: missing }).max(80, { error: 'too-long' }));

/**
 * Gast uitnodigen: interested people are welcome (R19). A guest has a name and an organisation, no account; who invites
 * passes on the invitation. Errors: `name-missing`, `organisation-missing`, `too-long`, `too-many`.
 */
export const inviteGuest = action({
  slug: 'invite-guest',
  subject: z.object({ meetingId }),
  fields: z.object({ guestName: line('name-missing'), guestOrganisation: line('organisation-missing') }),
  async load(read, subject): Promise<GuestFacts | Refusal> {
    const meeting = await read.meeting(subject.meetingId);
    return meeting === null ? { refused: 'not-found' } : { meeting, people: await read.participants(meeting.id) };
  },
  may: ({ meeting }, { actor }) =>
    workgroupOnly(actor) ?? (meeting.state === 'planned' ? null : { refused: 'outdated', show: card(meeting) }),
  form: ({ meeting }, { actor: { language } }, { typed }) => ({
    meetingId: meeting.id,
    reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
    typed: { guestName: typed['guestName'] ?? null, guestOrganisation: typed['guestOrganisation'] ?? null },
  }),
  decide({ meeting, people }, { guestName, guestOrganisation }, { actor, newId }) {
    const guests = people.filter(({ guest }) => guest);
    const reply = meetingCards.card.shown({ meetingId: meeting.id });
    if (guests.some((one) => one.name === guestName && one.organisation === guestOrganisation)) return { reply };
    if (guests.length >= mostGuests)
      return { reply: meetingForms.invite.again({ meetingId: meeting.id }, { guestName: 'too-many' }) };
    const row: Participant = {
      id: newId<ParticipantId>(),
      meetingId: meeting.id,
      personId: null,
      name: guestName,
      organisation: guestOrganisation,
      guest: true,
      answer: 'coming',
      attended: null,
      invitedBy: actor.person.id,
      version: 0,
    };
    return {
      changes: [{ put: 'participant', row }],
      entries: [entry('meeting', meeting.id, 'guest-invited', { participantId: row.id })],
      refresh: [meetingPostKey(meeting.id)],
      reply: { ...reply, note: { key: 'guest-invited', values: { name: guestName } } },
    };
  },
});

const card = ({ id }: Meeting) => meetingCards.card.instead({ meetingId: id });
