import { z } from 'zod';
import { storedId } from '../case/values.js';
import { helpLineKinds } from '../helpline/kinds.js';
import type { HelpLineId } from '../ids.js';

const nothing = z.object({});
const line = z.object({ lineId: storedId<HelpLineId>() });

/** What can happen to a school's map of help. Who the contact persons are and what was noted stands sealed with the map. */
export const schoolMapEntries = {
  made: nothing,
  'line-added': line,
  'line-edited': line,
  'line-removed': line,
  'notes-edited': nothing,
  /** Asked of the working group: in the region there is none of this kind. */
  'kind-asked': z.object({ kind: z.enum(helpLineKinds) }),
  checked: nothing,
  shared: nothing,
  'links-withdrawn': nothing,
} as const;
