import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Sheet } from '../../contracts/document.js';

type Invitation = Extract<Sheet, { readonly kind: 'invitation' }>;

/**
 * An appointment as a calendar file (RFC 5545). Moments stand in UTC, so that no calendar needs to know our time zone.
 * Whoever opens it again, or opens the cancellation, has the earlier one replaced: same UID, higher SEQUENCE.
 */
export function drawInvitation(invitation: Invitation): string {
  const { uid, sequence, cancelled, start, end, title, location, description, stamp } = invitation;
  const calendar = new ICalCalendar({
    prodId: { company: 'Meldpunt', product: 'bot', language: 'NL' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: uid,
    sequence,
    start,
    end,
    stamp,
    lastModified: stamp,
    summary: title,
    description,
    location: location === '' ? null : location,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  return `${calendar.toString().replace(/(\r\n)+$/, '')}\r\n`;
}
