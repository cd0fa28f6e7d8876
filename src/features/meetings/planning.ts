import type { ActionContext } from '../../contracts/action.js';
import type { MeetingId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/local-date.js';
import type { SchoolYear } from '../../domain/school-year.js';
import { slotFault, type MeetingNumber, type Slot, type SlotFault } from '../../domain/workgroup/meeting-plan.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';

/** A time and location as they were typed for one meeting; what is null was left empty. */
export interface TypedSlot {
  readonly date: LocalDate | null;
  readonly begin: string | null;
  readonly end: string | null;
  readonly location: string | null;
}

/** Which of the fields of a slot is wrong, and how. */
export type SlotProblem = readonly [
  keyof TypedSlot,
  SlotFault | 'date-missing' | 'begin-missing' | 'end-missing' | 'location-missing',
];

const fieldOf: Readonly<Record<SlotFault, keyof TypedSlot>> = {
  'date-passed': 'date',
  'other-year': 'date',
  'same-time': 'date',
  'wrong-order': 'date',
  'end-first': 'end',
};

export interface ReadSlot extends Slot {
  readonly location: string;
}

interface Room {
  readonly schoolYear: SchoolYear;
  readonly others: readonly Slot[];
}

/** Reads what was typed for one meeting and checks that it fits; gives the slot or which field is wrong. */
export function readSlot(
  number: number,
  typed: TypedSlot,
  url: string | null,
  room: Room,
  { calendar, now, actor }: Pick<ActionContext, 'calendar' | 'now' | 'actor'>,
): { readonly slot: ReadSlot } | { readonly problem: SlotProblem } {
  const { date, begin, end } = typed;
  if (date === null) return { problem: ['date', 'date-missing'] };
  if (begin === null) return { problem: ['begin', 'begin-missing'] };
  if (end === null) return { problem: ['end', 'end-missing'] };
  const location = typed.location ?? (url === null ? null : onlineWord[actor.language]);
  if (location === null) return { problem: ['location', 'location-missing'] };
  const at = (time: string): Date => calendar.at(date, Number(time.slice(0, 2)), Number(time.slice(3)));
  const slot = { number, startsAt: at(begin), endsAt: at(end), location };
  const fault = slotFault(slot, { ...room, now, dayOf: (moment) => calendar.dayOf(moment) });
  return fault === null ? { slot } : { problem: [fieldOf[fault], fault] };
}

/** Only a link was given: then the location is online. */
const onlineWord = { nl: 'online', en: 'online' } as const;

/** A new meeting at this time and location. */
export const newMeeting = (
  { number, startsAt, endsAt, location }: ReadSlot,
  schoolYear: SchoolYear,
  url: string | null,
  { now, newId }: Pick<ActionContext, 'now' | 'newId'>,
): Meeting => ({
  id: newId<MeetingId>(),
  schoolYear,
  number: number as MeetingNumber,
  startsAt,
  endsAt,
  location,
  url,
  state: 'planned',
  sequence: 0,
  changedAt: now,
  reminded: [],
  version: 0,
});

/** The days on which the desk is closed all day (weekend, public holiday, closing day): planning is possible, with a warning. */
export const closedDays = (
  meetings: readonly Pick<Meeting, 'startsAt'>[],
  { calendar }: Pick<ActionContext, 'calendar'>,
): LocalDate[] =>
  meetings
    .map(({ startsAt }) => calendar.dayOf(startsAt))
    .filter((day) => calendar.dayOf(calendar.nextOpening(calendar.at(day, 0, 0))) !== day);
