import type { DayHours } from '../opening-hours.js';
import type { HelpLineId, HelpOrganisationId, LineReportId, OrganisationId, PersonId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import { daysBetween } from '../local-date.js';
import type { Region } from '../../lib/region/regions.js';
import { phaseOfKind, type CarePhase, type HelpLineKind } from './kinds.js';

/** What came with an import and has no place of its own here; given back unchanged at export. */
export type Foreign = Readonly<Record<string, unknown>>;

/** Who offers help lines: an organisation in the directory, not one of Teams. Public data only. */
export interface HelpOrganisation {
  readonly id: HelpOrganisationId;
  readonly name: string;
  readonly description: string | null;
  readonly email: string | null;
  readonly website: string | null;
  /** Its HSDS record as it was imported; null when it was made here. */
  readonly foreign: Foreign | null;
  readonly version: number;
}

export interface Address {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

/** `inactive`: for a while not to be reached; `defunct`: does not exist any more, kept for the history. */
export const helpLineStatuses = ['active', 'inactive', 'closed-temporarily', 'defunct'] as const;
export type HelpLineStatus = (typeof helpLineStatuses)[number];

/** A contact around the school that helps before or beside a referral. Everything in it is public. */
export interface HelpLine {
  readonly id: HelpLineId;
  readonly organisationId: HelpOrganisationId;
  /** Null: imported without a kind of ours, still to be put in its place. */
  readonly kind: HelpLineKind | null;
  readonly name: string;
  readonly description: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly address: Address | null;
  /** Per ISO weekday ('1' = Monday) when somebody can be reached; null: not told. */
  readonly weeklyHours: Readonly<Record<string, DayHours>> | null;
  /** What hours cannot say: 'na afspraak', 'niet in schoolvakanties'. */
  readonly hoursNote: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** How one asks for help there. */
  readonly howToRefer: string | null;
  /** For whom it is, besides age. */
  readonly eligibility: string | null;
  /** Something to know now: 'gesloten tot 1 maart'. */
  readonly alert: string | null;
  /** ISO 639-1 codes; empty: not told. */
  readonly languages: readonly string[];
  /** The regions in which it is offered (service area); empty: not known yet, on no region's page. */
  readonly regions: readonly Region[];
  /** NIS codes when it serves only some municipalities; empty: the whole of its regions. */
  readonly municipalities: readonly string[];
  readonly status: HelpLineStatus;
  /** Who is asked twice a year whether it is still right. */
  readonly keeperId: PersonId | null;
  /** The linked team of the keeper: gets the question when the keeper has no chat. */
  readonly keeperOrganisationId: OrganisationId | null;
  /** The day on which somebody last said that it is right; null: never (HSDS `assured_date`). */
  readonly assuredOn: LocalDate | null;
  /** When the keeper was last asked to confirm it; null: not since it was last confirmed. */
  readonly askedOn: LocalDate | null;
  readonly foreign: Foreign | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** What people may change by hand; the history keeps these, before and after. */
export const editableKeys = [
  'organisationId',
  'kind',
  'name',
  'description',
  'phone',
  'email',
  'website',
  'address',
  'weeklyHours',
  'hoursNote',
  'minimumAge',
  'maximumAge',
  'howToRefer',
  'eligibility',
  'alert',
  'languages',
  'regions',
  'municipalities',
  'status',
] as const satisfies readonly (keyof HelpLine)[];
export type EditableKey = (typeof editableKeys)[number];
export type LineFields = Pick<HelpLine, EditableKey>;

export const lineChanges = ['added', 'edited', 'confirmed', 'imported', 'undone', 'closed', 'keeper-changed'] as const;

/** A line of a help line's history: what it was and what it became, only the fields that changed. */
export interface LineChange {
  readonly id: string;
  readonly lineId: HelpLineId;
  readonly what: (typeof lineChanges)[number];
  readonly at: Date;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly before: Partial<LineFields>;
  readonly after: Partial<LineFields>;
  /** The change that this one took back. */
  readonly undoes: string | null;
}

export const reportReasons = ['phone-wrong', 'email-wrong', 'moved', 'hours-wrong', 'gone', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** 'Klopt niet': somebody says that a help line is wrong, the keeper answers. */
export interface LineReport {
  readonly id: LineReportId;
  readonly lineId: HelpLineId;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId | null;
  readonly at: Date;
  readonly state: 'open' | 'mended' | 'was-right';
  readonly answer: string | null;
  readonly answeredBy: PersonId | null;
  readonly answeredAt: Date | null;
  readonly version: number;
}

/** So long after the last confirmation a line is marked as out of date: half a year until it was asked, and a month to answer. */
export const staleAfterDays = 213;

/** Whether nobody has said for too long that this line is right; one that nobody ever confirmed is stale at once. */
export const isStale = (line: Pick<HelpLine, 'assuredOn'>, today: LocalDate): boolean =>
  line.assuredOn === null || daysBetween(line.assuredOn, today) > staleAfterDays;

/** Whether its ages leave room for this age in whole years; no ages told means all. */
export const fitsAge = (line: Pick<HelpLine, 'minimumAge' | 'maximumAge'>, age: number): boolean =>
  (line.minimumAge === null || line.minimumAge <= age) && (line.maximumAge === null || age <= line.maximumAge);

/** The phase in which its kind stands; null for a line that has no kind yet. */
export const phaseOf = (line: Pick<HelpLine, 'kind'>): CarePhase | null =>
  line.kind === null ? null : phaseOfKind[line.kind];

/** As JSON with the keys in order: a database may give them back in another one. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** Whether two values of a field say the same. */
export const sameField = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);

/** The fields in which two states of a line differ, before and after; both empty when nothing changed. */
export function differences(
  before: Partial<LineFields>,
  after: LineFields,
): { before: Partial<LineFields>; after: Partial<LineFields> } {
  const keys = editableKeys.filter((key) => !sameField(before[key] ?? null, after[key] ?? null));
  const only = (fields: Partial<LineFields>) =>
    Object.fromEntries(keys.map((key) => [key, fields[key] ?? null])) as Partial<LineFields>;
  return { before: only(before), after: only(after) };
}

/** Whether a change can be taken back: nothing it changed was changed again since. */
export const canUndo = (change: Pick<LineChange, 'after'>, line: LineFields): boolean =>
  Object.keys(change.after).length > 0 &&
  Object.entries(change.after).every(([key, value]) => sameField(line[key as EditableKey] ?? null, value ?? null));
