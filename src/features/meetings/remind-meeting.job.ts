import { z } from 'zod';
import { job } from '../../contracts/action.js';
import type { Notice, Outcome } from '../../contracts/outcome.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import type { OrganisationId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import { reminderDue, withReminder } from '../../domain/workgroup/meeting-reminders.js';
import { reminderKinds, type Meeting, type ReminderKind } from '../../domain/workgroup/meeting.js';
import { meetingPostKey, packPost, reminderPost } from './meeting-keys.js';
import { loadReturning, pointsToNext, type Returning } from './returning-points.js';
import { meetingId } from './working-group.js';
import { meetingCards, meetingJobs } from './meeting-cards.js';

interface RemindFacts extends Returning {
  readonly meeting: Meeting;
  readonly which: ReminderKind;
  readonly home: OrganisationId;
}

/**
 * A reminder of a meeting whose moment has come (R19): a post of its own, so that it is seen; three days before also the
 * pack, in the meeting's thread. Once per date, and nothing when it is too late for it. What is still open from before
 * comes to the agenda now, also when the meeting before was never closed.
 */
export const remindMeeting = job({
  name: meetingJobs.remindMeeting.name,
  subject: z.object({ meetingId, which: z.enum(reminderKinds) }),
  async load(read, subject): Promise<RemindFacts | null> {
    const meeting = await read.meeting(subject.meetingId);
    const home = await workgroupHome(read);
    if (meeting === null || home === null) return null;
    return { ...(await loadReturning(read)), meeting, which: subject.which, home };
  },
  decide(facts, context): Outcome {
    const { meeting, meetings, which } = facts;
    if (reminderDue(meeting, context.now, context.calendar) !== which) return {};
    const { changes, entries, next } = pointsToNext(facts, meetings, [], context);
    return {
      changes: [{ put: 'meeting', row: withReminder(meeting, which) }, ...changes],
      entries: [entry('meeting', meeting.id, 'reminded', { which }), ...entries],
      notices: noticesOf(facts, context.calendar.dayOf(meeting.startsAt)),
      refresh: [meetingPostKey(meeting.id), ...(next === null ? [] : [meetingPostKey(next.id)])],
    };
  },
});

function noticesOf({ meeting, which, home }: RemindFacts, on: string): Notice[] {
  const reminder: Notice = {
    key: reminderPost(meeting.id, which, on),
    ...meetingCards.reminder.with({ meetingId: meeting.id, which, startsAt: meeting.startsAt.toISOString() }),
    to: { organisation: home },
  };
  if (which !== 'three-days') return [reminder];
  const pack: Notice = {
    key: packPost(meeting.id, on),
    ...meetingCards.pack.with({ meetingId: meeting.id }),
    to: { under: meetingPostKey(meeting.id) },
  };
  return [reminder, pack];
}
