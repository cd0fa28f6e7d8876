import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../../../src/contracts/document.js';
import { drawInvitation } from '../../../src/platform/documents/draw-invitation.js';

type Invitation = Extract<Sheet, { kind: 'invitation' }>;

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  kind: 'invitation',
  fileName: 'werkgroep-2026-11-16',
  uid: 'meeting-1@meldpunt',
  sequence: 2,
  cancelled: false,
  start: new Date('2026-11-16T09:00:00Z'),
  end: new Date('2026-11-16T11:30:00Z'),
  title: 'Werkgroep ‘Recht op Leren’; één keer per trimester, met gasten uit scholen en voorzieningen',
  location: 'Provinciehuis, lokaal C’12',
  description: 'Agenda: https://meldpunt.example/x\nBreng uw punten mee; \\ en komma, telt mee.',
  organiser: { name: 'CLB Voorbeeld, team Leuven', email: 'clb@voorbeeld.example' },
  attendees: [
    { name: 'Voorbeeldproject', email: 'project@voorbeeld.example' },
    { name: 'Zonder adres', email: null },
  ],
  stamp: new Date('2026-11-02T08:15:30Z'),
  ...over,
});

/** Lines as they were before folding: a line that begins with a space belongs to the one above (RFC 5545, 3.1). */
const unfold = (ics: string): string[] => ics.replace(/\r\n[ \t]/g, '').split('\r\n');

const valueOf = (ics: string, name: string): string | undefined =>
  unfold(ics)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const plain = (value: string | undefined): string =>
  (value ?? '').replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

describe('an invitation', () => {
  const ics = drawInvitation(invitation());

  it('is one event that any calendar takes, at its hour in Belgium', () => {
    expect(unfold(ics)).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'METHOD:REQUEST',
        'UID:meeting-1@meldpunt',
        'SEQUENCE:2',
        'DTSTAMP:20261102T081530Z',
        'DTSTART;TZID=Europe/Brussels:20261116T100000',
        'DTEND;TZID=Europe/Brussels:20261116T123000',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(ics.startsWith('BEGIN:VCALENDAR\r\n') && ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('gives back its texts as they are', () => {
    expect(plain(valueOf(ics, 'SUMMARY'))).toBe(invitation().title);
    expect(plain(valueOf(ics, 'LOCATION'))).toBe(invitation().location);
    expect(plain(valueOf(ics, 'DESCRIPTION'))).toBe(invitation().description);
  });

  it('has no line above 75 bytes and none that ends otherwise than with CRLF', () => {
    const lines = ics.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });

  it('that is called off takes the earlier one away', () => {
    const lines = unfold(drawInvitation(invitation({ cancelled: true, sequence: 3 })));
    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:3', 'UID:meeting-1@meldpunt']),
    );
  });

  it('without a place has no place', () => {
    expect(valueOf(drawInvitation(invitation({ location: '' })), 'LOCATION')).toBeUndefined();
  });

  it('keeps its hour over the change to summer time: the moment counts', () => {
    const [start, end] = [new Date('2027-03-29T07:00:00Z'), new Date('2027-03-29T09:00:00Z')];
    const moved = drawInvitation(invitation({ start, end }));
    expect(unfold(moved)).toContain('DTSTART;TZID=Europe/Brussels:20270329T090000');
  });

  it('is the same each time', () => {
    expect(drawInvitation(invitation())).toBe(ics);
  });
});
