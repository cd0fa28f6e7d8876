import type { DayHours } from '../opening-hours.js';
import type { Lens } from './lens.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { listOf, numberOf, recordOf, textOf, withList, withValue, type HsdsRecord } from '../../lib/hsds/record.js';
import { findText, replaceText, type Way } from '../../lib/hsds/slots.js';

export type WeeklyHours = Readonly<Record<string, DayHours>>;

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const exceptional = ['bymonthday', 'byweekno', 'byyearday', 'count', 'until', 'valid_to'];

/** The clock as it is written; a zone is left out, because help lines live in one. Midnight at the end is 24:00. */
const clock = (text: string | null, end: boolean): string | null => {
  const [, time = null] = /^(\d{2}:\d{2})/.exec(text ?? '') ?? [];
  return end && time === '00:00' ? '24:00' : time;
};

interface Period {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** A schedule that simply says "every week on these days from … to …"; null for anything else. */
function plainWeek(schedule: HsdsRecord): Period | null {
  const codes = (textOf(schedule, 'byday') ?? '').split(',').map((code) => code.trim());
  const [from, to] = [clock(textOf(schedule, 'opens_at'), false), clock(textOf(schedule, 'closes_at'), true)];
  const weekly = (schedule['freq'] ?? 'WEEKLY') === 'WEEKLY' && (numberOf(schedule, 'interval') ?? 1) === 1;
  if (!weekly || exceptional.some((key) => schedule[key] !== undefined)) return null;
  if (from === null || to === null || from >= to || !codes.every((code) => dayCodes.includes(code))) return null;
  return { days: codes.map((code) => String(dayCodes.indexOf(code) + 1)), from, to };
}

/** Where schedules may stand, from near to far. */
const schedulesAt = [
  (service: HsdsRecord) => service,
  (service: HsdsRecord) => listOf(service, 'service_at_locations')[0] ?? {},
  (service: HsdsRecord) => recordOf(listOf(service, 'service_at_locations')[0] ?? {}, 'location') ?? {},
];

/** Periods in order; what touches or overlaps becomes one. */
function joined(periods: readonly (readonly [string, string])[]): DayHours {
  const inOrder = [...periods].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.reduce<(readonly [string, string])[]>((hours, [from, to]) => {
    const last = hours.at(-1);
    if (last === undefined || last[1] < from) return [...hours, [from, to]];
    return [...hours.slice(0, -1), [last[0], last[1] > to ? last[1] : to]];
  }, []);
}

function hoursIn(schedules: readonly HsdsRecord[]): WeeklyHours | null {
  const periods = schedules.map(plainWeek).filter((one) => one !== null);
  const days = [...new Set(periods.flatMap((one) => one.days))].sort();
  if (days.length === 0) return null;
  const ofDay = (day: string) =>
    periods.filter((one) => one.days.includes(day)).map(({ from, to }) => [from, to] as const);
  return Object.fromEntries(days.map((day) => [day, joined(ofDay(day))]));
}

/** Days that have hours, in order and joined; null when there are none. */
export function plainHours(hours: WeeklyHours | null): WeeklyHours | null {
  const days = Object.entries(hours ?? {}).filter(([, periods]) => periods.length > 0);
  if (days.length === 0) return null;
  return Object.fromEntries(
    days.sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, of]) => [day, joined(of)]),
  );
}

function schedulesOf(hours: WeeklyHours, serviceId: string): HsdsRecord[] {
  const periods = new Map<string, string[]>();
  for (const [day, of] of Object.entries(hours))
    for (const [from, to] of of) {
      const period = `${from}-${to}`;
      periods.set(period, [...(periods.get(period) ?? []), ...dayCodes.slice(Number(day) - 1, Number(day))]);
    }
  return [...periods].map(([period, days]) => {
    const [from, to] = period.split('-') as [string, string];
    return {
      id: nameUuid(serviceId, `schedule ${period}`),
      service_id: serviceId,
      freq: 'WEEKLY',
      wkst: 'MO',
      byday: days.join(','),
      opens_at: from,
      closes_at: to === '24:00' ? '00:00' : to,
    };
  });
}

/**
 * Weekly hours. Schedules that say something else (once a month, until a date) are not got and stay. Clock times are
 * taken and given as they are on the clock in Belgium, without a zone: a fixed one would be wrong half of the year.
 */
export const hoursLens: Lens<WeeklyHours | null> = {
  get(service) {
    for (const at of schedulesAt) {
      const hours = hoursIn(listOf(at(service), 'schedules'));
      if (hours !== null) return hours;
    }
    return null;
  },
  put(service, hours, { id }) {
    const others = listOf(service, 'schedules').filter((schedule) => plainWeek(schedule) === null);
    return withList(service, 'schedules', [...schedulesOf(plainHours(hours) ?? {}, id), ...others]);
  },
};

const noteWays: readonly Way[] = [[], ['service_at_locations'], ['service_at_locations', 'location']].flatMap((way) =>
  ['description', 'notes'].map((key) => [...way, 'schedules', key]),
);

/** What hours cannot say: the first description or note of a schedule. */
export const hoursNoteLens: Lens<string | null> = {
  get: (service) => findText(service, noteWays)?.trim() ?? null,
  put(service, note, { id }) {
    const own = nameUuid(id, 'schedule note');
    const replaced = replaceText(service, noteWays, note);
    if (replaced !== null)
      return withList(
        replaced,
        'schedules',
        listOf(replaced, 'schedules').filter((one) => one['id'] !== own || textOf(one, 'description') !== null),
      );
    if (note === null) return service;
    const schedule = { id: own, service_id: id, description: note };
    return withValue(service, 'schedules', [...listOf(service, 'schedules'), schedule]);
  },
};
