import type { Calendar } from '../../contracts/calendar.js';
import type { Due, Outcome } from '../../contracts/outcome.js';
import { reminderKinds, type Meeting } from '../../domain/workgroup/meeting.js';
import { remindersAhead } from '../../domain/workgroup/meeting-reminders.js';
import { meetingJobs, reminderDueKey } from './meeting-keys.js';

/** When the program looks at each reminder of a meeting as it stands now (R19); what is not to come any more is settled. */
export function reminderDues(meeting: Meeting, now: Date, calendar: Calendar): Pick<Outcome, 'dues' | 'settled'> {
  const dues: Due[] = remindersAhead(meeting, now, calendar).map(({ which, at }) => ({
    key: reminderDueKey(meeting.id, which),
    job: meetingJobs.remindMeeting,
    subject: { meetingId: meeting.id, which },
    at,
  }));
  const keys = reminderKinds.map((which) => reminderDueKey(meeting.id, which));
  return { dues, settled: keys.filter((key) => dues.every((due) => due.key !== key)) };
}
