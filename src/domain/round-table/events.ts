import { z } from 'zod';
import { eventMaker, eventParser, type EventOf } from '../case/aggregate.js';
import { owners } from '../case/events.js';
import { instant } from '../case/values.js';
import { roundTableReminders, slotSchema } from './appointment.js';
import { organisers, roundTableFactsSchema } from './round-table.js';

const nothing = z.object({});
/** Until when another moment is to be found; null: none is sought. */
const again = z.object({ planBy: instant.nullable() });

/** Everything that can happen to a round table, with the data of each. Checked when written and when read; the row is their fold. */
export const roundTableEventSchemas = {
  /** A pupil has a place, or a next round table is asked for: somebody plans it, by a day (R10). */
  wanted: z.object({ facts: roundTableFactsSchema, organiser: z.enum(organisers), planBy: instant }),
  'handed-over': z.object({ organiser: z.enum(organisers), planBy: instant }),
  planned: slotSchema,
  moved: slotSchema,
  cancelled: again,
  reminded: z.object({ which: z.enum(roundTableReminders) }),
  /** The day after: was it held? */
  asked: nothing,
  held: nothing,
  'not-held': again,
  /** Its owner was reminded that it stays where it is. */
  'followed-up': z.object({ owner: z.enum(owners) }),
  /** The referral has no place any more. */
  dropped: nothing,
} as const;

export type RoundTableEventName = keyof typeof roundTableEventSchemas;

/** One thing that happened to a round table. */
export type RoundTableEvent<N extends RoundTableEventName = RoundTableEventName> = EventOf<
  typeof roundTableEventSchemas,
  N
>;

/** Makes an event of a round table. */
export const roundTableEvent = eventMaker<typeof roundTableEventSchemas>();

/** Reads the data of a stored event; throws when it is not what such an event holds. */
export const parseRoundTableEvent = eventParser(roundTableEventSchemas);
