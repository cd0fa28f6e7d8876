import type { AgendaItemId, DecisionId, MeetingId } from '../../domain/ids.js';
import { formTo } from '../../domain/reference-to.js';
import type { SchoolYear } from '../../domain/school-year.js';

interface OfMeeting {
  readonly meetingId: MeetingId;
}

/** The forms of the meetings. */
export const meetingForms = {
  plan: formTo<{ readonly schoolYear: SchoolYear }>('plan-meetings'),
  move: formTo<OfMeeting>('move-meeting'),
  invite: formTo<OfMeeting>('invite-guest'),
  addItem: formTo<{ readonly meetingId: MeetingId | null }>('add-agenda-item'),
  dropItem: formTo<OfMeeting>('drop-agenda-item'),
  notes: formTo<OfMeeting & { readonly itemId: AgendaItemId; readonly then?: 'next' | 'decide' | 'close' }>(
    'record-notes',
  ),
  /** `itemId` null: decided outside the agenda. */
  decision: formTo<OfMeeting & { readonly itemId: AgendaItemId | null }>('record-decision'),
  settle: formTo<{ readonly decisionId: DecisionId }>('settle-decision'),
} as const;
