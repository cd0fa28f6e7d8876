import { z } from 'zod';
import { instant, localDay, storedId } from '../case/values.js';
import type { AgendaItemId, DecisionId, ParticipantId } from '../ids.js';
import { attendances, reminderKinds } from '../workgroup/meeting.js';

const itemId = storedId<AgendaItemId>();
const decisionId = storedId<DecisionId>();

/** What can happen to a meeting. Points, notes and decisions stand in their own rows: here are only their ids. */
export const meetingEntries = {
  planned: z.object({ startsAt: instant }),
  /** Another time, or only another location or address. */
  moved: z.object({ what: z.enum(['time', 'location']), from: instant, to: instant }),
  cancelled: z.object({}),
  held: z.object({}),
  reminded: z.object({ which: z.enum(reminderKinds) }),
  'point-added': z.object({ itemId, kind: z.enum(['item', 'signal', 'decision']) }),
  /** So many points that waited, or were left by another meeting, came to this agenda. */
  'points-brought': z.object({ count: z.number() }),
  'point-dropped': z.object({ itemId }),
  'point-treated': z.object({ itemId }),
  'points-supported': z.object({ count: z.number() }),
  'decision-made': z.object({ decisionId, dueOn: localDay.nullable() }),
  'decision-closed': z.object({ decisionId, result: z.enum(['done', 'dropped']) }),
  'attendance-answered': z.object({ answer: z.enum(attendances) }),
  'attendance-noted': z.object({ present: z.number() }),
  /** The links to its files that were shared open nothing any more. */
  'links-withdrawn': z.object({}),
  'guest-invited': z.object({ participantId: storedId<ParticipantId>() }),
} as const;
