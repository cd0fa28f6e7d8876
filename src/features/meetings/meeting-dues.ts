import type { Calendar } from '../../contracts/calendar.js';
import type { Due, Outcome } from '../../contracts/outcome.js';
import { reminderKinds, type Meeting } from '../../domain/workgroup/meeting.js';
import { remindersAhead } from '../../domain/workgroup/meeting-reminders.js';
import { meetingJobs } from './meeting-cards.js';
import { reminderDueKey, turnDueKey, turns } from './meeting-keys.js';

/**
 * When the program looks at a meeting as it stands now (R19): at each reminder, and when it begins and ends, so that its
 * posts say so; what is not to come any more is settled.
 */
export function meetingDues(meeting: Meeting, now: Date, calendar: Calendar): Pick<Outcome, 'dues' | 'settled'> {
  const reminders: Due[] = remindersAhead(meeting, now, calendar).map(({ which, at }) =>
    meetingJobs.remindMeeting.at(at, reminderDueKey(meeting.id, which), { meetingId: meeting.id, which }),
  );
  const dues = [...reminders, ...turnsAhead(meeting, now)];
  const keys = [
    ...reminderKinds.map((which) => reminderDueKey(meeting.id, which)),
    ...turns.map((turn) => turnDueKey(meeting.id, turn)),
  ];
  return { dues, settled: keys.filter((key) => dues.every((due) => due.key !== key)) };
}

const turnsAhead = ({ id, state, startsAt, endsAt }: Meeting, now: Date): Due[] =>
  [
    { key: turnDueKey(id, 'begins'), at: startsAt },
    { key: turnDueKey(id, 'ends'), at: endsAt },
  ]
    .filter(({ at }) => state === 'planned' && at > now)
    .map(({ key, at }) => meetingJobs.showMeeting.at(at, key, { meetingId: id }));
