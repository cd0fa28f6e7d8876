import { z } from 'zod';
import { localDay, storedId } from '../case/values.js';
import { editableKeys, reportReasons } from '../helpline/help-line.js';
import type { LineReportId } from '../ids.js';

/** Which fields changed; what they were and became stands in the history of the line itself (`lineChange`). */
const changed = z.object({ fields: z.array(z.enum(editableKeys)) });
const nothing = z.object({});

/** What can happen to a help line. */
export const helpLineEntries = {
  added: nothing,
  edited: changed,
  confirmed: nothing,
  imported: changed,
  undone: changed,
  /** It cannot be reached for a while, or does not exist any more. */
  closed: changed,
  'keeper-changed': nothing,
  /** Its keeper was asked whether it is still right, in the round that began on this day. */
  asked: z.object({ round: localDay }),
  reported: z.object({ reportId: storedId<LineReportId>(), reason: z.enum(reportReasons) }),
  'report-answered': z.object({ reportId: storedId<LineReportId>(), result: z.enum(['mended', 'was-right']) }),
} as const;
