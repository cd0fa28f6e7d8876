import type { ViewContext } from '../../contracts/action.js';
import { linkUntil } from '../../domain/appointment/appointment.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';

/** The address of a meeting's calendar file; it opens until a fortnight after the meeting. */
export const invitationLink = (
  meeting: Meeting,
  { links, language }: Pick<ViewContext, 'links' | 'language'>,
): string => links.document('meeting-invitation', { meetingId: meeting.id }, language, linkUntil(meeting));
