import { z } from 'zod';
import { document } from '../../contracts/document.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { texts } from '../../texts/index.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';

/**
 * A meeting for one's own calendar (.ics). Opened again after a change, or a cancellation, it replaces the appointment that
 * was taken over before. Nothing personal in it: no names, no agenda.
 */
export const meetingInvitation = document({
  slug: 'meeting-invitation',
  params: z.object({ meetingId }),
  load: (read, params): Promise<Meeting | null> => read.meeting(params.meetingId),
  fill(meeting, { language }) {
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
      stamp: meeting.changedAt,
    };
  },
});
