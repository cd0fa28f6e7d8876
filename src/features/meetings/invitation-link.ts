import type { ViewContext } from '../../contracts/action.js';
import { fileLink } from '../../contracts/file-link.js';
import { linkUntil } from '../../domain/appointment/appointment.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';

/** The address of a meeting's calendar file; it opens until a fortnight after the meeting. */
export const invitationLink = (
  meeting: Meeting,
  context: Pick<ViewContext, 'links' | 'language' | 'settings' | 'now'>,
): string => fileLink('meeting-invitation', { meetingId: meeting.id }, context, linkUntil(meeting));
