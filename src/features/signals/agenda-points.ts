import type { Change } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { agendaPost } from '../../contracts/signal-notices.js';
import { entry, type Entry } from '../../domain/timeline/entries.js';
import type { AgendaItem } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import type { PostKey } from '../../domain/reference-to.js';

/** The open points of the agenda on which a signal stands. */
export interface Points {
  readonly points: readonly AgendaItem[];
}

export async function loadPoints(read: Read, { id, state, meetingId }: Signal): Promise<readonly AgendaItem[]> {
  if (state !== 'on-agenda') return [];
  const items = await read.agendaItems(meetingId);
  return items.filter((item) => item.signalId === id && item.state === 'open');
}

/** A signal that is closed or merged leaves the agenda: its points, and the meetings' posts to refresh. */
export const offTheAgenda = (
  points: readonly AgendaItem[],
): {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly refresh: readonly PostKey[];
} => ({
  changes: points.map((point) => ({ put: 'agendaItem', row: { ...point, state: 'dropped' } })),
  entries: points.flatMap(({ id, meetingId }) =>
    meetingId === null ? [] : [entry('meeting', meetingId, 'point-dropped', { itemId: id })],
  ),
  refresh: points.flatMap(({ meetingId }) => (meetingId === null ? [] : [agendaPost(meetingId)])),
});
