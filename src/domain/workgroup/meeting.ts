import type { Appointment } from '../appointment/appointment.js';
import type { SentReminder } from '../appointment/reminders.js';
import type { AgendaItemId, DecisionId, MeetingId, OrganisationId, ParticipantId, PersonId, SignalId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import type { SchoolYear } from '../school-year.js';

/** A meeting of the working group 'Recht op Leren': three in a school year (R19). */
export interface Meeting extends Appointment {
  readonly id: MeetingId;
  readonly schoolYear: SchoolYear;
  /** 1, 2 or 3: its place in the school year. */
  readonly number: number;
  readonly location: string;
  /** Address of the online meeting, when there is one. */
  readonly url: string | null;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly changedAt: Date;
  /** Which reminders went out, and for which date. */
  readonly reminded: readonly SentReminder<ReminderKind>[];
  readonly version: number;
}

/** Where a meeting is in its life: `over` is past its end and not closed yet. */
export type MeetingPhase = 'planned' | 'going-on' | 'over' | 'held' | 'cancelled';

export function meetingPhase(
  { state, startsAt, endsAt }: Pick<Meeting, 'state' | 'startsAt' | 'endsAt'>,
  now: Date,
): MeetingPhase {
  if (state !== 'planned' || now < startsAt) return state;
  return now < endsAt ? 'going-on' : 'over';
}

/** When people hear of a meeting again: to bring points, to read the agenda, to come. */
export const reminderKinds = ['three-weeks', 'three-days', 'same-day'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A point of an agenda: brought in by somebody, a signal, or a decision that comes back. */
export interface AgendaItem {
  readonly id: AgendaItemId;
  /** Null: waits for the next meeting that is planned. */
  readonly meetingId: MeetingId | null;
  readonly kind: 'item' | 'signal' | 'decision';
  readonly text: string;
  readonly signalId: SignalId | null;
  readonly decisionId: DecisionId | null;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** What was said, for the minutes; no personal data. */
  readonly notes: string | null;
  readonly state: 'open' | 'treated' | 'dropped';
  readonly createdAt: Date;
  readonly version: number;
}

export const attendances = ['coming', 'perhaps', 'not-coming'] as const;
export type Attendance = (typeof attendances)[number];

/** Somebody who comes, or does not: a member (`personId`) or a guest by name. */
export interface Participant {
  readonly id: ParticipantId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly organisation: string;
  readonly guest: boolean;
  readonly answer: Attendance | null;
  /** Whether he or she was there; null: not noted. */
  readonly attended: boolean | null;
  readonly invitedBy: PersonId | null;
  readonly version: number;
}

/** What was decided, by whom and by when; open ones return on the next agenda. */
export interface Decision {
  readonly id: DecisionId;
  readonly meetingId: MeetingId;
  readonly agendaItemId: AgendaItemId | null;
  readonly text: string;
  readonly ownerId: PersonId | null;
  readonly ownerName: string;
  readonly dueOn: LocalDate | null;
  readonly state: 'open' | 'done' | 'dropped';
  readonly report: string | null;
  readonly createdAt: Date;
  readonly version: number;
}
