import { z } from 'zod';
import { storedId } from '../case/values.js';
import type { MeetingId, SignalId } from '../ids.js';
import { closeReasons, signalKinds } from '../workgroup/signal.js';

const nothing = z.object({});

/** What can happen to a signal. Its words, the body and the answer stand with the signal: nothing here can be sealed. */
export const signalEntries = {
  /** `by`: somebody sent it, or it was counted from the figures. */
  received: z.object({ by: z.enum(['person', 'figures']), kind: z.enum(signalKinds) }),
  /** An automatic one that still waits: more was counted since. */
  counted: z.object({ count: z.number() }),
  /** Null: the agenda of the next meeting, once that is planned. */
  'on-agenda': z.object({ meetingId: storedId<MeetingId>().nullable() }),
  /** Its meeting did not treat it: it goes along to the next one. */
  'moved-along': z.object({ meetingId: storedId<MeetingId>().nullable() }),
  'off-agenda': nothing,
  discussed: z.object({ meetingId: storedId<MeetingId>().nullable() }),
  delivered: nothing,
  answered: nothing,
  /** On both: the first names the one it went into, that one which came. */
  merged: z.object({ into: storedId<SignalId>() }),
  joined: z.object({ from: storedId<SignalId>() }),
  closed: z.object({ reason: z.enum(closeReasons) }),
  reopened: nothing,
  supported: nothing,
  'support-withdrawn': nothing,
} as const;
