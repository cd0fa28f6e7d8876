import type { DecisionId, InterestId, MeetingId } from '../../domain/ids.js';
import { meetingList } from '../../contracts/workgroup-home.js';
import { jobTo, referenceTo } from '../../domain/reference-to.js';
import type { ReminderKind } from '../../domain/workgroup/meeting.js';

/** When a meeting began and ended, as text. */
type Times = readonly string[];

/** The cards of the meetings, wherever they live. */
export const meetingCards = {
  post: referenceTo<{ readonly meetingId: MeetingId }>('meeting-post'),
  card: referenceTo<{ readonly meetingId: MeetingId }>('meeting-card'),
  list: meetingList,
  update: referenceTo<{
    readonly meetingId: MeetingId;
    readonly what: 'moved' | 'relocated' | 'cancelled' | 'closed';
    readonly was?: Times;
    readonly became?: Times;
  }>('meeting-update'),
  /** `startsAt`: the moment it reminds of, as text. */
  reminder: referenceTo<{ readonly meetingId: MeetingId; readonly which: ReminderKind; readonly startsAt: string }>(
    'meeting-reminder',
  ),
  pack: referenceTo<{ readonly meetingId: MeetingId }>('pack-summary'),
  decisionReminder: referenceTo<{ readonly decisionId: DecisionId }>('decision-reminder'),
  /** Who would like to join, for the coordinator. */
  interest: referenceTo<{ readonly interestId: InterestId }>('interested-person'),
  /** The same for who asked: it lies with the coordinator, or the invitation. */
  joining: referenceTo<{ readonly interestId: InterestId }>('workgroup-invitation'),
  decisions: referenceTo<{ readonly meetingId?: MeetingId; readonly words?: string }>('decision-list'),
} as const;

/** What the program does for meetings when its moment has come. */
export const meetingJobs = {
  remindMeeting: jobTo<{ readonly meetingId: MeetingId; readonly which: ReminderKind }>('remind-meeting'),
  remindDecision: jobTo<{ readonly decisionId: DecisionId }>('remind-decision'),
  makePacks: jobTo<Record<string, never>>('make-packs'),
  showMeeting: jobTo<{ readonly meetingId: MeetingId }>('show-meeting'),
} as const;
