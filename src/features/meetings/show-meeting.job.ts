import { z } from 'zod';
import { job } from '../../contracts/action.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { meetingJobs } from './meeting-cards.js';
import { livingMeetingPosts } from './meeting-keys.js';
import { meetingId } from './working-group.js';

/** A meeting begins, or is over: what shows it says so. */
export const showMeeting = job({
  name: meetingJobs.showMeeting.name,
  subject: z.object({ meetingId }),
  load: (read, subject): Promise<Meeting | null> => read.meeting(subject.meetingId),
  decide: (meeting, { calendar }) => ({ refresh: livingMeetingPosts(meeting, calendar) }),
});
