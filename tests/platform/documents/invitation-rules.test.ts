import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import type { Sheet } from '../../../src/contracts/document.js';
import { drawInvitation } from '../../../src/platform/documents/draw-invitation.js';

type Invitation = Extract<Sheet, { kind: 'invitation' }>;
type Presence = '0' | '1' | '0 or 1' | '0+' | '1+';

/** The restriction tables of RFC 5546 for VEVENT, line by line: how often each property may stand there. */
const tables: Readonly<Record<'PUBLISH' | 'REQUEST' | 'CANCEL', Readonly<Record<string, Presence>>>> = {
  // 3.2.1
  PUBLISH: {
    ...{ dtstamp: '1', dtstart: '1', organizer: '1', summary: '1', uid: '1', sequence: '0 or 1' },
    ...{ attach: '0+', categories: '0+', class: '0 or 1', comment: '0+', contact: '0 or 1', created: '0 or 1' },
    ...{ description: '0 or 1', dtend: '0 or 1', duration: '0 or 1', exdate: '0+', geo: '0 or 1' },
    ...{ 'last-modified': '0 or 1', location: '0 or 1', priority: '0 or 1', rdate: '0+', 'recurrence-id': '0 or 1' },
    ...{ 'related-to': '0+', resources: '0+', rrule: '0 or 1', status: '0 or 1', transp: '0 or 1', url: '0 or 1' },
    ...{ attendee: '0', 'request-status': '0' },
  },
  // 3.2.2
  REQUEST: {
    ...{ attendee: '1+', dtstamp: '1', dtstart: '1', organizer: '1', sequence: '0 or 1', summary: '1', uid: '1' },
    ...{ attach: '0+', categories: '0+', class: '0 or 1', comment: '0+', contact: '0+', created: '0 or 1' },
    ...{ description: '0 or 1', dtend: '0 or 1', duration: '0 or 1', exdate: '0+', geo: '0 or 1' },
    ...{ 'last-modified': '0 or 1', location: '0 or 1', priority: '0 or 1', rdate: '0+', 'recurrence-id': '0 or 1' },
    ...{ 'related-to': '0+', resources: '0+', rrule: '0 or 1', status: '0 or 1', transp: '0 or 1', url: '0 or 1' },
    ...{ 'request-status': '0' },
  },
  // 3.2.5
  CANCEL: {
    ...{ attendee: '0+', dtstamp: '1', organizer: '1', sequence: '1', uid: '1' },
    ...{ attach: '0+', categories: '0+', class: '0 or 1', comment: '0+', contact: '0+', created: '0 or 1' },
    ...{ description: '0 or 1', dtend: '0 or 1', dtstart: '0 or 1', duration: '0 or 1', exdate: '0+', geo: '0 or 1' },
    ...{ 'last-modified': '0 or 1', location: '0 or 1', priority: '0 or 1', rdate: '0+', 'recurrence-id': '0 or 1' },
    ...{ 'related-to': '0+', resources: '0+', rrule: '0 or 1', status: '0 or 1', summary: '0 or 1' },
    ...{ transp: '0 or 1', url: '0 or 1', 'request-status': '0' },
  },
};

/** What stands around the event: RFC 5546, 3.2.x, and RFC 5545, 3.6 and 3.7. */
const around: Readonly<Record<string, Presence>> = { prodid: '1', version: '1', method: '1', calscale: '0 or 1' };

/** A time zone and its rules, line by line: RFC 5545, 3.6.5. */
const zoneTable: Readonly<Record<string, Presence>> = { tzid: '1', 'last-modified': '0 or 1', tzurl: '0 or 1' };
const ruleTable: Readonly<Record<string, Presence>> = {
  ...{ dtstart: '1', tzoffsetto: '1', tzoffsetfrom: '1', rrule: '0 or 1', comment: '0+', rdate: '0+', tzname: '0+' },
};

const bounds: Readonly<Record<Presence, readonly [number, number]>> = {
  '0': [0, 0],
  '1': [1, 1],
  '0 or 1': [0, 1],
  '0+': [0, Infinity],
  '1+': [1, Infinity],
};

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  kind: 'invitation',
  fileName: 'afspraak',
  uid: 'round-table-1@meldpunt',
  sequence: 1,
  cancelled: false,
  start: new Date('2026-11-24T13:00:00Z'),
  end: new Date('2026-11-24T14:30:00Z'),
  title: 'Rondetafelmoment 2026-0042',
  location: 'op school',
  description: 'Tot dan.',
  organiser: { name: 'CLB Voorbeeld', email: 'clb@voorbeeld.example' },
  attendees: [{ name: 'Voorbeeldproject', email: 'project@voorbeeld.example' }],
  stamp: new Date('2026-11-17T08:00:00Z'),
  ...over,
});

type Part = ReturnType<typeof drawn>['calendar'];

/** That each property stands there as often as its line says, and no other but our own. */
function follows(part: Part, table: Readonly<Record<string, Presence>>): void {
  for (const [name, presence] of Object.entries(table)) {
    const [least, most] = bounds[presence];
    const count = part.getAllProperties(name).length;
    expect([name, count >= least && count <= most]).toEqual([name, true]);
  }
  const names = part.getAllProperties().map(({ name }) => name);
  expect(names.filter((name) => !(name in table) && !name.startsWith('x-'))).toEqual([]);
}

const drawn = (over: Partial<Invitation>) => {
  const calendar = new ICAL.Component(ICAL.parse(drawInvitation(invitation(over))) as never);
  return { calendar, event: calendar.getFirstSubcomponent('vevent')! };
};

const nobodyToWriteTo = { attendees: [{ name: 'Zonder adres', email: null }] };
const cases = [
  { what: 'asked', over: {}, method: 'REQUEST' },
  { what: 'moved', over: { sequence: 2 }, method: 'REQUEST' },
  { what: 'without a place', over: { location: '' }, method: 'REQUEST' },
  { what: 'with nobody to write to', over: nobodyToWriteTo, method: 'PUBLISH' },
  { what: 'of the working group', over: { attendees: [] }, method: 'PUBLISH' },
  { what: 'called off', over: { cancelled: true, sequence: 3 }, method: 'CANCEL' },
  { what: 'called off, with nobody to write to', over: { ...nobodyToWriteTo, cancelled: true }, method: 'CANCEL' },
] as const;

describe.each(cases)('an appointment, $what, by the tables of RFC 5546', ({ over, method }) => {
  const { calendar, event } = drawn(over);

  test(`is a ${method} by its method, said once`, () => {
    expect(calendar.getAllProperties('method').map((one) => one.getFirstValue())).toEqual([method]);
  });

  test.each(Object.entries(tables[method]))('%s: %s', (name, presence) => {
    const [least, most] = bounds[presence];
    const count = event.getAllProperties(name).length;
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  test('nothing else stands in it but what is our own (X-)', () => {
    const names = [...new Set(event.getAllProperties().map(({ name }) => name))];
    expect(names.filter((name) => !(name in tables[method]) && !name.startsWith('x-'))).toEqual([]);
  });

  test('an end or a length, not both; the status fits the method; a zone that is named is described', () => {
    expect(event.getAllProperties('dtend').length + event.getAllProperties('duration').length).toBeLessThanOrEqual(1);
    expect(event.getFirstPropertyValue('status')).toBe(method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
    const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
    for (const name of ['dtstart', 'dtend'])
      expect(zones).toContain(event.getFirstProperty(name)?.getFirstParameter('tzid'));
  });

  test('what stands around it, the time zone and its two rules follow their own tables', () => {
    follows(calendar, around);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    const zone = calendar.getFirstSubcomponent('vtimezone')!;
    follows(zone, zoneTable);
    const rules = zone.getAllSubcomponents();
    expect(rules.map(({ name }) => name).sort()).toEqual(['daylight', 'standard']);
    for (const rule of rules) {
      follows(rule, ruleTable);
      // 3.6.5: its start is a local time without a zone, on a day that its rule gives itself.
      expect(rule.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBeUndefined();
    }
  });

  test('when it was made stands in UTC, its number is whole, its name is everywhere the same', () => {
    const stamp = event.getFirstPropertyValue('dtstamp') as InstanceType<typeof ICAL.Time>;
    expect(stamp.zone?.tzid).toBe('UTC');
    expect(event.getFirstPropertyValue('sequence')).toBe('sequence' in over ? over.sequence : 1);
    expect(event.getFirstPropertyValue('uid')).toBe(invitation().uid);
  });

  test('who calls it together is an address, and so is who is asked, with what is expected of them', () => {
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:clb@voorbeeld.example');
    for (const attendee of event.getAllProperties('attendee')) {
      expect(String(attendee.getFirstValue())).toMatch(/^mailto:\S+@\S+$/i);
      expect(attendee.getFirstParameter('partstat')).toBe('NEEDS-ACTION');
    }
  });

  test('another reader takes it for the same', () => {
    const read = Object.values(nodeIcal.sync.parseICS(drawInvitation(invitation(over))));
    const own = read.filter((one): one is VEvent => one?.type === 'VEVENT');
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ method, uid: invitation().uid, start: invitation().start, end: invitation().end });
    expect(own[0]!.status).toBe(event.getFirstPropertyValue('status'));
  });

  test('one event, and no alarm, to-do, journal or free time beside it', () => {
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent']);
    expect(event.getAllSubcomponents()).toEqual([]);
  });
});
