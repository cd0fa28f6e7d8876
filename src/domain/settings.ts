import type { Reconciled } from './reconciled.js';
import { terms, type Terms } from './terms.js';

/** What the last run over all open cases found, when, and by which version of the program; '' since an upgrade. */
export type LastRun = Reconciled & { readonly at: string; readonly by?: string };

/** What the desk can change while the bot runs. Every value has a default; none is published by the sources (reading). */
export interface Settings {
  /** Per ISO weekday the desk's active hours (R4). */
  readonly weeklyHours: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly closedPeriods: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly closedInSchoolHolidays: boolean;
  /** True: the desk looks at each referral before it is delivered. */
  readonly deskFirst: boolean;
  /** Working minutes within which the provider is expected to contact the referrer (R9). */
  readonly contactWithinMinutes: number;
  /** Working minutes after the first reminder until the coordinator, and then until the desk, is told. */
  readonly escalateAfterMinutes: number;
  readonly draftDays: number;
  /** Every so many weeks both sides are asked whether a waiting list still holds (R11). */
  readonly checkInWeeks: number;
  /** Weeks after which a provider looks again at a trajectory that runs. */
  readonly lookWeeks: number;
  /** Automatic signals (R19): the slugs of the rules that are switched off. */
  readonly rulesOff: readonly string[];
  /** The day of the year (`MM-DD`) on which the survey under 12 opens (R18), and how many days it stays open. */
  readonly surveyOpensOn: string;
  readonly surveyDays: number;
  /** Of what a link to a file is given out: how often those links were withdrawn, by the id of it; what is missing never was. */
  readonly linksWithdrawn: Readonly<Record<string, number>>;
  /** After how many days what has served is erased, each kind by its own term. */
  readonly keptDays: Terms;
  /** Who is responsible for the data, and whom to ask about their protection, as the privacy page says; '' is not filled in yet. */
  readonly controller: string;
  readonly privacyOfficer: string;
  /** What the last run over all open cases found; null before the first. */
  readonly reconciled: LastRun | null;
}

export const defaultSettings: Settings = {
  weeklyHours: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:00', '16:30'],
      ],
    ]),
  ),
  closedPeriods: [],
  closedInSchoolHolidays: false,
  deskFirst: false,
  contactWithinMinutes: 13 * 60,
  escalateAfterMinutes: 390,
  draftDays: 30,
  checkInWeeks: 4,
  lookWeeks: 6,
  rulesOff: [],
  surveyOpensOn: '03-01',
  surveyDays: 28,
  linksWithdrawn: {},
  keptDays: terms,
  controller: '',
  privacyOfficer: '',
  reconciled: null,
};
