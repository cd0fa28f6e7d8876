import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import type { CalendarParty, Sheet } from '../../contracts/document.js';
import { brussels, brusselsTimezone } from './brussels-time.js';

type Invitation = Extract<Sheet, { readonly kind: 'invitation' }>;

/** Who has no address is named all the same: calendars know this one as "none". */
const nobody = 'invalid:nomail';

const inBrussels = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: brussels });

/**
 * An appointment as a calendar file (RFC 5545, RFC 5546): a request by its organiser, or its cancellation, at its hour in
 * Belgium. Where nobody can be written to it is published instead: a request has an attendee (RFC 5546, 3.2.2). Whoever opens it again, or opens the cancellation, has the earlier one replaced: same UID, higher SEQUENCE.
 */
export function drawInvitation(invitation: Invitation): string {
  const { uid, sequence, cancelled, start, end, title, location, description, stamp, organiser } = invitation;
  const invited = invitation.attendees.filter(hasAddress);
  const calendar = new ICalCalendar({
    prodId: { company: 'Meldpunt', product: 'bot', language: 'NL' },
    method: methodOf(cancelled, invited.length > 0),
  });
  const event = calendar.createEvent({
    id: uid,
    sequence,
    start: inBrussels(start),
    end: inBrussels(end),
    timezone: brussels,
    stamp,
    lastModified: stamp,
    summary: title,
    description,
    location: location === '' ? null : location,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: { name: unquoted(organiser.name), email: organiser.email ?? nobody },
  });
  for (const attendee of invited)
    event.createAttendee({
      name: unquoted(attendee.name),
      email: attendee.email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    });
  return complete(calendar.toString());
}

const methodOf = (isCancelled: boolean, hasAttendees: boolean): ICalCalendarMethod => {
  if (isCancelled) return ICalCalendarMethod.CANCEL;
  return hasAttendees ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
};

/** The library describes no time zone, puts `mailto:` before every address, and leaves out the last line end. */
const complete = (ics: string): string =>
  `${ics
    .replace('BEGIN:VEVENT', `${brusselsTimezone}\r\nBEGIN:VEVENT`)
    .replace(`mailto:${nobody}`, nobody)
    .replace(/(\r\n)+$/, '')}\r\n`;

/** A name between double quotes can hold none itself (RFC 5545, 3.1.1). */
const unquoted = (name: string): string => name.replaceAll('"', '’');

const hasAddress = (party: CalendarParty): party is CalendarParty & { readonly email: string } => party.email !== null;
