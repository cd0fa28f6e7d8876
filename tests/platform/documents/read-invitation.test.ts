import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal, { type CalendarComponent, type VEvent } from 'node-ical';
import type { Sheet } from '../../../src/contracts/document.js';
import { drawInvitation } from '../../../src/platform/documents/draw-invitation.js';

type Invitation = Extract<Sheet, { kind: 'invitation' }>;

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  kind: 'invitation',
  fileName: 'afspraak',
  uid: 'round-table-1@meldpunt',
  sequence: 1,
  cancelled: false,
  start: new Date('2026-11-24T13:00:00Z'),
  end: new Date('2026-11-24T14:30:00Z'),
  title: 'Rondetafelmoment 2026-0042',
  location: 'op school; lokaal 3, eerste verdieping',
  description: 'Breng mee: niets.\nTot dan.',
  organiser: { name: 'CLB Voorbeeld, team Leuven', email: 'clb@voorbeeld.example' },
  attendees: [{ name: 'Voorbeeldproject “Oost”', email: 'project@voorbeeld.example' }],
  stamp: new Date('2026-11-17T08:00:00Z'),
  ...over,
});

/** What ical.js (Mozilla) reads, with the time zone that stands in the file itself. */
function byIcalJs(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const instant = (time: InstanceType<typeof ICAL.Time>): Date => {
    time.zone = zone;
    return new Date(time.toUnixTime() * 1000);
  };
  return {
    method: calendar.getFirstPropertyValue('method'),
    zone: zone.tzid,
    uid: event.uid,
    sequence: event.sequence,
    start: instant(event.startDate),
    end: instant(event.endDate),
    summary: event.summary,
    location: event.location,
    description: event.description,
    organiser: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}

/** What node-ical reads of the same file. */
function byNodeIcal(ics: string) {
  const read = Object.values(nodeIcal.sync.parseICS(ics)).filter((one): one is CalendarComponent => one !== undefined);
  const event = read.find((one): one is VEvent => one.type === 'VEVENT')!;
  const organiser = event.organizer as { readonly val: string };
  return {
    method: event.method,
    uid: event.uid,
    sequence: Number(event.sequence),
    start: new Date(event.start.getTime()),
    end: new Date(event.end!.getTime()),
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: event.status,
    organiser: organiser.val,
  };
}

describe('two calendars that know nothing of each other read the same appointment', () => {
  test('when, where, who calls it together, who is asked', () => {
    const ics = drawInvitation(invitation());
    const { start, end, title, location, description, uid, sequence } = invitation();
    const same = { uid, sequence, start, end, summary: title, location, description };
    expect(byIcalJs(ics)).toEqual({
      ...same,
      method: 'REQUEST',
      zone: 'Europe/Brussels',
      organiser: 'mailto:clb@voorbeeld.example',
      attendees: ['mailto:project@voorbeeld.example'],
    });
    expect(byNodeIcal(ics)).toEqual({
      ...same,
      method: 'REQUEST',
      status: 'CONFIRMED',
      organiser: 'mailto:clb@voorbeeld.example',
    });
  });

  test('moved: the same appointment, a higher sequence; off: taken away', () => {
    const off = drawInvitation(invitation({ sequence: 3, cancelled: true }));
    expect(byIcalJs(off)).toMatchObject({ method: 'CANCEL', uid: invitation().uid, sequence: 3 });
    expect(byNodeIcal(off)).toMatchObject({ method: 'CANCEL', uid: invitation().uid, status: 'CANCELLED' });
  });

  test('an organiser without an address is named, and nobody is written to', () => {
    const ics = drawInvitation(invitation({ organiser: { name: 'CLB Voorbeeld', email: null }, attendees: [] }));
    expect(byIcalJs(ics)).toMatchObject({ organiser: 'invalid:nomail', attendees: [] });
    expect(byNodeIcal(ics).organiser).toBe('invalid:nomail');
  });

  test('any hour of the day on any day until 2034, over each change of the clock', () => {
    // ical.js works out the changes of the clock up to 2035.
    const day = fc.integer({ min: Date.UTC(2026, 8, 1) / 86_400_000, max: Date.UTC(2034, 11, 31) / 86_400_000 });
    const minuteOfDay = fc.integer({ min: 5 * 60, max: 20 * 60 });
    fc.assert(
      fc.property(day, minuteOfDay, fc.integer({ min: 1, max: 480 }), (on, minute, length) => {
        const start = new Date(on * 86_400_000 + minute * 60_000);
        const end = new Date(start.getTime() + length * 60_000);
        const ics = drawInvitation(invitation({ start, end }));
        expect(byIcalJs(ics)).toMatchObject({ start });
        expect(byNodeIcal(ics)).toMatchObject({ start });
      }),
      { numRuns: 200 },
    );
  });
});
