import { agendaPost } from '../../contracts/signal-notices.js';
import type { LocalDate } from '../../domain/local-date.js';
import type { DecisionId, InterestId, MeetingId } from '../../domain/ids.js';
import { reminderKinds, type Meeting, type ReminderKind } from '../../domain/workgroup/meeting.js';
import type { Days } from '../../domain/workgroup/meeting-reminders.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

/** Key of the one card on which the coordinator invites somebody. */
export const interestKey = (id: InterestId): PostKey => postKey(`interest:${id}`);
/** Key of the living post of a meeting in the working group's channel. */
export const meetingPostKey: (id: MeetingId) => PostKey = agendaPost;
/** Key of what was told in its thread when something changed; each change of it is one. */
export const meetingUpdatePost = ({ id, sequence }: Meeting, what: string): PostKey =>
  postKey(`meeting:${id}:update:${what}:${sequence}`);
/** Key of the moment at which a reminder is looked at; a meeting has one per kind. */
export const reminderDueKey = (id: MeetingId, which: ReminderKind): string => `meeting:${id}:remind:${which}`;
/** Moments at which a meeting's posts say something else: it begins, it is over. */
export const turns = ['begins', 'ends'] as const;
export const turnDueKey = (id: MeetingId, turn: (typeof turns)[number]): string => `meeting:${id}:${turn}`;
/** Key of a reminder for one date: the same reminder for the same date is one message for ever. */
export const reminderPost = (id: MeetingId, which: ReminderKind, on: LocalDate): PostKey =>
  postKey(`${reminderDueKey(id, which)}:${on}`);
/** Key of the pack in the meeting's thread. */
export const packPost = (id: MeetingId, on: LocalDate): PostKey => postKey(`meeting:${id}:pack:${on}`);
/** Key of the moment at which the owner of a decision hears of it again, and of that message. */
export const decisionDueKey = (id: DecisionId): string => `decision:${id}:remind`;

/** Everything that shows a meeting and lives: its post, and reminders and packs that went out for its dates. */
export function livingMeetingPosts(meeting: Meeting, { dayOf }: Pick<Days, 'dayOf'>): PostKey[] {
  const days = new Set([meeting.startsAt, ...meeting.reminded.map((sent) => new Date(sent.startsAt))].map(dayOf));
  return [
    meetingPostKey(meeting.id),
    ...[...days].flatMap((on) => reminderKinds.map((which) => reminderPost(meeting.id, which, on))),
  ];
}
