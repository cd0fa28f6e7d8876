import type { AgendaItem } from '../../domain/workgroup/meeting.js';
import { entry, type Entry } from '../../domain/timeline/entries.js';

/** The entry of a point that was put on an agenda; none as long as it waits for a meeting. */
export const pointAdded = ({ id, meetingId, kind }: AgendaItem): Entry[] =>
  meetingId === null ? [] : [entry('meeting', meetingId, 'point-added', { itemId: id, kind })];
