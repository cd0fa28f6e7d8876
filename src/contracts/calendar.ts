import type { LocalDate } from '../domain/local-date.js';

export type { LocalDate };

export type { Calendar } from '../domain/calendar.js';

/** What the calendar is made from; data of the desk, changeable while running. */
export interface CalendarSettings {
  /** True: the desk counts as active day and night (local mode, tests); terms still count in its weekly hours. */
  readonly alwaysOpen: boolean;
  /** Per ISO weekday (1 = Monday … 7 = Sunday) the opening periods as ['09:00', '12:00'] pairs. */
  readonly weeklyHours: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** Closed besides Belgian public holidays, which the calendar knows itself; both days included. */
  readonly closedPeriods: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly label: string }[];
}
