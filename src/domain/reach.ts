import type { Calendar } from './calendar.js';

/**
 * When somebody wants to read what the bot says in the personal chat by itself: as soon as it is there, only while the desk is
 * active, or once on each working day at an hour. What one asks for oneself is always answered at once.
 */
export const reaches = ['at-once', 'working-hours', '08:30', '12:00', '16:00'] as const;
export type Reach = (typeof reaches)[number];

/** Until when a message is kept for somebody; null: it is sent now. No day without the desk counts as a working day. */
export function keptUntil(reach: Reach, now: Date, calendar: Calendar): Date | null {
  if (reach === 'at-once') return null;
  if (reach === 'working-hours') return calendar.isOpen(now) ? null : calendar.nextOpening(now);
  const [hour = 0, minute = 0] = reach.split(':').map(Number);
  const today = calendar.dayOf(now);
  const first = calendar.at(today, hour, minute) >= now ? today : calendar.addDays(today, 1);
  const working = calendar.dayOf(calendar.nextOpening(calendar.at(first, 0, 0)));
  return calendar.at(working, hour, minute);
}
