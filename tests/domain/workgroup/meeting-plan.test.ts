import { describe, expect, test } from '@jest/globals';
import { packBefore, packDay, packPeriod } from '../../../src/domain/workgroup/pack.js';
import { meetingBefore, nextMeeting, slotFault, type SlotRoom } from '../../../src/domain/workgroup/meeting-plan.js';
import type { Meeting } from '../../../src/domain/workgroup/meeting.js';

const slot = (number: number, day: string, from = '14:00', to = '16:00') => ({
  number,
  startsAt: new Date(`${day}T${from}:00Z`),
  endsAt: new Date(`${day}T${to}:00Z`),
});
const room = (over: Partial<SlotRoom> = {}): SlotRoom => ({
  schoolYear: '2026-2027',
  others: [slot(2, '2027-01-14')],
  now: new Date('2026-11-16T09:00:00Z'),
  dayOf: (at) => at.toISOString().slice(0, 10),
  ...over,
});

describe('a time for a meeting', () => {
  test.each([
    [slot(1, '2026-12-10'), null],
    [slot(3, '2027-05-20'), null],
    [slot(1, '2026-10-10'), 'date-passed'],
    [slot(1, '2027-09-10'), 'other-year'],
    [slot(1, '2026-12-10', '16:00', '14:00'), 'end-first'],
    [slot(1, '2027-01-14', '15:00', '17:00'), 'same-time'],
    [slot(1, '2027-01-14', '16:00', '17:00'), 'wrong-order'],
    [slot(1, '2027-03-10'), 'wrong-order'],
    [slot(3, '2026-12-10'), 'wrong-order'],
  ])('%j: %s', (given, fault) => {
    expect(slotFault(given, room())).toBe(fault);
  });
});

const meeting = (id: string, day: string, state: Meeting['state'] = 'planned'): Meeting =>
  ({ id, state, ...slot(1, day) }) as unknown as Meeting;
const three = [meeting('c', '2027-05-20'), meeting('a', '2026-11-05', 'held'), meeting('b', '2027-01-14')];

describe('meetings in a row', () => {
  test('the next is the earliest that is planned and not over', () => {
    expect(nextMeeting(three, new Date('2026-11-16T09:00:00Z'))?.id).toBe('b');
    expect(nextMeeting(three, new Date('2027-01-14T15:59:00Z'))?.id).toBe('b');
    expect(nextMeeting(three, new Date('2027-01-14T16:00:00Z'))?.id).toBe('c');
    expect(nextMeeting(three, new Date('2027-06-01T16:00:00Z'))).toBeNull();
  });

  test('the one before is held or planned, never cancelled', () => {
    expect(meetingBefore(three, three[2]!)?.id).toBe('a');
    expect(meetingBefore([meeting('a', '2026-11-05', 'cancelled'), three[2]!], three[2]!)).toBeNull();
  });
});

describe('the period of a pack', () => {
  test('runs from where the last pack ended up to three days before the meeting', () => {
    expect(packDay('2027-01-14')).toBe('2027-01-11');
    expect(packPeriod('2027-01-14', [{ untilDay: '2026-11-02' }, { untilDay: '2026-05-17' }])).toMatchObject({
      from: '2026-11-02',
      until: '2027-01-11',
    });
  });

  test('begins on 1 September for the first of a school year', () => {
    expect(packPeriod('2026-11-05', [{ untilDay: '2026-05-17' }])).toMatchObject({ from: '2026-09-01' });
    expect(packPeriod('2026-11-05', [])).toMatchObject({ from: '2026-09-01', until: '2026-11-02' });
  });

  test('is none when the days were all counted for another meeting', () => {
    expect(packPeriod('2027-01-14', [{ untilDay: '2027-01-11' }])).toBeNull();
    expect(packPeriod('2026-09-02', [])).toBeNull();
  });

  test('is compared with that of the pack before, whatever the order of the meetings', () => {
    const pack = (fromDay: string, untilDay: string) =>
      ({ fromDay, untilDay }) as Parameters<typeof packBefore>[1] as never;
    const packs = [
      pack('2026-09-01', '2026-11-02'),
      pack('2026-11-02', '2027-01-11'),
      pack('2026-02-01', '2026-05-17'),
    ];
    expect(packBefore(packs, packs[1]!)).toBe(packs[0]);
    expect(packBefore(packs, packs[0]!)).toBe(packs[2]);
    expect(packBefore(packs, packs[2]!)).toBeNull();
  });
});
