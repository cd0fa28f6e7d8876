import { z } from 'zod';
import type { Calendar } from '../calendar.js';
import type { Settings } from '../settings.js';
import { instant, localDay } from './values.js';

/** Who was reminded last that the CLB has not said whether a place on a list is still needed. */
export const checkInStages = ['clb', 'desk'] as const;
export type CheckInStage = (typeof checkInStages)[number];

/** What is known of a referral on a waiting list: whether it is still needed is asked every few weeks (R11). */
export const listCheckSchema = z.object({
  /** The question that waits for an answer, or did when it left the list; `on`: the day under which the whole list was asked. */
  asked: z
    .object({ on: localDay, at: instant, reminded: z.enum(checkInStages).nullable(), remindedAt: instant.nullable() })
    .nullable(),
  /** When the CLB last said that it is still needed; null: only by being put on the list. */
  confirmedAt: instant.nullable(),
  /** It was taken off the list, and may still come back with its place. */
  leftAt: instant.nullable(),
});
export type ListCheck = Readonly<z.infer<typeof listCheckSchema>>;

/** What the check-in looks at of a referral. */
export interface Checked {
  readonly state: string;
  readonly since: Date;
  readonly listCheck: ListCheck | null;
}

/** So long after it left the list a referral can come back with its place. */
export const returnDays = 14;
/** Who came on the list, or was asked, more recently than this is not asked along with the others of the same worker. */
const alongDays = 7;
/** A working day of the desk is 390 minutes. */
const workingDay = 390;
const patience = { clb: 5 * workingDay, desk: 8 * workingDay } as const;

type Weeks = Pick<Settings, 'checkInWeeks'>;

/** What the program does next about a place on a list, and when. */
export type NextCheckIn =
  | { readonly what: 'ask'; readonly at: Date }
  | { readonly what: 'remind'; readonly stage: CheckInStage; readonly at: Date }
  | { readonly what: 'end-return'; readonly at: Date };

const inDays = (from: Date, days: number, calendar: Calendar): Date =>
  calendar.nextOpening(calendar.at(calendar.addDays(calendar.dayOf(from), days), 9, 0));

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** The next question or reminder about a place on a list; null when nothing is asked about it. Silence only reminds. */
export function nextCheckIn(referral: Checked, calendar: Calendar, { checkInWeeks }: Weeks): NextCheckIn | null {
  const { state, listCheck } = referral;
  if (state === 'withdrawn') {
    const leftAt = listCheck?.leftAt ?? null;
    return leftAt === null ? null : { what: 'end-return', at: new Date(returnUntil(leftAt).getTime() + 1000) };
  }
  if (state !== 'waitlisted') return null;
  const asked = listCheck?.asked ?? null;
  if (asked === null) return { what: 'ask', at: inDays(knownAt(referral), checkInWeeks * 7, calendar) };
  const { at, reminded, remindedAt } = asked;
  if (reminded === 'desk') {
    // Whoever the desk called last week is not asked again today.
    const again = later(inDays(at, checkInWeeks * 7, calendar), inDays(remindedAt ?? at, alongDays, calendar));
    return { what: 'ask', at: again };
  }
  const stage = reminded === null ? 'clb' : 'desk';
  return { what: 'remind', stage, at: calendar.addWorkingMinutes(at, patience[stage]) };
}

/** When it was last known that it is needed. */
const knownAt = ({ since, listCheck }: Checked): Date => later(listCheck?.confirmedAt ?? since, since);

/** Whether it is asked along when another of the same worker is: the whole list on one card, except what was just known. */
export function isAskedAlong(referral: Checked, now: Date, calendar: Calendar): boolean {
  if (referral.state !== 'waitlisted') return false;
  const last = later(knownAt(referral), referral.listCheck?.asked?.at ?? knownAt(referral));
  return calendar.addDays(calendar.dayOf(last), alongDays) <= calendar.dayOf(now);
}

/** Whether the CLB is asked now if its place on the list is still needed. */
export const isCheckedNow = ({ state, listCheck }: Pick<Checked, 'state' | 'listCheck'>): boolean =>
  state === 'waitlisted' && listCheck !== null && listCheck.asked !== null;

/** Nobody answered, and the desk was told: it keeps its place, and is shown as not confirmed. */
export const isUnconfirmed = (referral: Pick<Checked, 'state' | 'listCheck'>): boolean =>
  isCheckedNow(referral) && referral.listCheck?.asked?.reminded === 'desk';

/** Until when the CLB is expected to say so. */
export const checkInTerm = (askedAt: Date, calendar: Calendar): Date =>
  calendar.addWorkingMinutes(askedAt, patience.clb);

/** The last moment at which a referral that left its list can come back with its place. */
export const returnUntil = (leftAt: Date): Date => new Date(leftAt.getTime() + returnDays * 86_400_000);

/** Whether it left a list so recently that it may come back with its place. */
export const mayReturn = ({ state, listCheck }: Pick<Checked, 'state' | 'listCheck'>, now: Date): boolean =>
  state === 'withdrawn' && listCheck !== null && listCheck.leftAt !== null && now <= returnUntil(listCheck.leftAt);
