import type { Calendar } from '../calendar.js';
import type { ServiceId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import { postKey, type PostKey } from '../reference-to.js';
import type { Settings } from '../settings.js';
import { checkInStages, nextCheckIn, type CheckInStage, type ListCheck } from './check-in.js';

/** A waiting list as its provider answers for it: since when the first of it waits, and what was asked and confirmed. */
export interface ServiceList {
  readonly serviceId: ServiceId;
  readonly since: Date;
  readonly check: ListCheck | null;
}

const unknown: ListCheck = { asked: null, confirmedAt: null, leftAt: null };

/** What is to be asked about a list now, or reminded of; null: nothing yet. */
export function dueOfList(
  { since, check }: ServiceList,
  now: Date,
  calendar: Calendar,
  settings: Pick<Settings, 'checkInWeeks'>,
): { readonly check: ListCheck; readonly told: 'asked' | CheckInStage } | null {
  const next = nextCheckIn({ state: 'waitlisted', since, listCheck: check }, calendar, settings);
  if (next === null || next.at > now) return null;
  const before = check ?? unknown;
  if (next.what === 'ask') {
    const asked = { on: calendar.dayOf(now), at: now, reminded: null, remindedAt: null };
    return { check: { ...before, asked }, told: 'asked' };
  }
  if (next.what !== 'remind' || before.asked === null) return null;
  return {
    check: { ...before, asked: { ...before.asked, reminded: next.stage, remindedAt: now } },
    told: next.stage,
  };
}

/** The provider, or the desk in its name, has looked through the list. */
export const confirmedList = (now: Date): ListCheck => ({ ...unknown, confirmedAt: now });

/** Where the question about a list stands: in the provider's channel, once more as its reminder, before the desk. */
export const listCheckPost = (service: ServiceId, on: LocalDate, told: 'asked' | CheckInStage): PostKey =>
  postKey(`list-check:${service}:${on}:${told}`);

/** What was told of a question so far, in order; null: it was asked, and nobody was reminded yet. */
export const toldOfList = (reminded: CheckInStage | null): readonly ('asked' | CheckInStage)[] =>
  reminded === null ? ['asked'] : ['asked', ...checkInStages.slice(0, checkInStages.indexOf(reminded) + 1)];

/** All the cards of a question that was asked under a day. */
export const listCheckPosts = (service: ServiceId, on: LocalDate): PostKey[] =>
  (['asked', 'clb', 'desk'] as const).map((told) => listCheckPost(service, on, told));
