import { z } from 'zod';
import { document } from '../../contracts/document.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import type { CalendarParty } from '../../contracts/document.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import type { Read } from '../../contracts/read.js';
import { texts } from '../../texts/index.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';

interface InvitationFacts {
  readonly meeting: Meeting;
  /** The working group, or the desk for it. */
  readonly organiser: CalendarParty;
}

/**
 * A meeting for one's own calendar (.ics). Opened again after a change, or a cancellation, it replaces the appointment that
 * was taken over before. Nothing personal in it: no names, no agenda.
 */
export const meetingInvitation = document({
  slug: 'meeting-invitation',
  params: z.object({ meetingId }),
  async load(read, params): Promise<InvitationFacts | null> {
    const meeting = await read.meeting(params.meetingId);
    return meeting === null ? null : { meeting, organiser: await organiserOf(read) };
  },
  fill({ meeting, organiser }, { language }) {
    const say = texts(language);
    return {
      kind: 'invitation',
      fileName: say('meetings.meeting-invitation.file', { number: meeting.number, year: meeting.schoolYear }),
      uid: `meeting-${meeting.id}@meldpunt`,
      sequence: meeting.sequence,
      cancelled: meeting.state === 'cancelled',
      start: meeting.startsAt,
      end: meeting.endsAt,
      title: say('meetings.meeting-invitation.title', { number: meeting.number }),
      location: meeting.location,
      description: [
        `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
        ...(meeting.url === null ? [] : [meeting.url]),
      ].join('\n'),
      organiser: { ...organiser, name: organiser.name || say('meetings.meeting-invitation.organiser') },
      attendees: [],
      stamp: meeting.changedAt,
    };
  },
});

async function organiserOf(read: Read): Promise<CalendarParty> {
  const home = await workgroupHome(read);
  const organisation = home === null ? null : await read.organisation(home);
  return { name: organisation?.name ?? '', email: organisation?.email ?? null };
}
