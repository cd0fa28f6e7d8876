import type { Calendar } from './calendar.js';

/**
 * When somebody wants to read what the bot says in the personal chat by itself: as soon as it is there, at once only what is about a case
 * on his or her own name, only while the desk is active, or once on each working day at an hour. What one asks for oneself is
 * always answered at once. What waited is told together, on one card.
 */
export const reaches = ['at-once', 'only-mine', 'working-hours', '08:30', '12:00', '16:00'] as const;
export type Reach = (typeof reaches)[number];

/** With `only-mine`, the rest comes once on each working day, when work begins. */
const hourOfTheRest = '08:30';

/**
 * Until when a message is kept for somebody; null: it is sent now. `isMine`: it is about a case on his or her name. No day
 * without the desk, such as a holiday, counts as a working day.
 */
export function keptUntil(reach: Reach, now: Date, calendar: Calendar, isMine = false): Date | null {
  if (reach === 'at-once' || (reach === 'only-mine' && isMine)) return null;
  if (reach === 'working-hours') return calendar.isOpen(now) ? null : calendar.nextOpening(now);
  const [hour = 0, minute = 0] = (reach === 'only-mine' ? hourOfTheRest : reach).split(':').map(Number);
  const today = calendar.dayOf(now);
  const first = calendar.at(today, hour, minute) >= now ? today : calendar.addDays(today, 1);
  const working = calendar.dayOf(calendar.nextOpening(calendar.at(first, 0, 0)));
  return calendar.at(working, hour, minute);
}
