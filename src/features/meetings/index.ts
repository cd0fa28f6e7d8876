import type { Feature } from '../../contracts/action.js';
import { addAgendaItem } from './add-agenda-item.js';
import { attendMeeting } from './attend-meeting.js';
import { cancelMeeting } from './cancel-meeting.js';
import { closeMeeting } from './close-meeting.js';
import { decisionList } from './decision-list.js';
import { decisionReminder } from './decision-reminder.js';
import { dropAgendaItem } from './drop-agenda-item.js';
import { inviteGuest } from './invite-guest.js';
import { interestedPerson } from './interested-person.js';
import { inviteInterested } from './invite-interested.js';
import { joinWorkgroup } from './join-workgroup.js';
import { listDecisions } from './list-decisions.js';
import { listMeetings } from './list-meetings.js';
import { makePacks, makesPacksEachDay } from './make-packs.job.js';
import { meetingCard } from './meeting-card.js';
import { meetingInvitation } from './meeting-invitation.js';
import { meetingList } from './meeting-list.js';
import { meetingMinutes } from './meeting-minutes.js';
import { meetingPack } from './meeting-pack.js';
import { meetingPost } from './meeting-post.js';
import { meetingReminder } from './meeting-reminder.js';
import { meetingUpdate } from './meeting-update.js';
import { moveMeeting } from './move-meeting.js';
import { packSummary } from './pack-summary.js';
import { planMeetings } from './plan-meetings.js';
import { putSignalOnAgenda } from './put-signal-on-agenda.js';
import { recordAttendance } from './record-attendance.js';
import { recordDecision } from './record-decision.js';
import { recordNotes } from './record-notes.js';
import { remindDecision } from './remind-decision.job.js';
import { remindMeeting } from './remind-meeting.job.js';
import { showMeeting } from './show-meeting.job.js';
import { settleDecision } from './settle-decision.js';
import { withdrawLinks } from './withdraw-links.js';
import { workgroupInvitation } from './workgroup-invitation.js';
import { supportItem } from './support-item.js';

/** The meetings of the working group ‘Recht op Leren’, three in a school year (R19): from the date to the decision. */
export const meetings: Feature = {
  name: 'meetings',
  actions: [
    planMeetings,
    moveMeeting,
    cancelMeeting,
    listMeetings,
    addAgendaItem,
    dropAgendaItem,
    putSignalOnAgenda,
    supportItem,
    attendMeeting,
    inviteGuest,
    joinWorkgroup,
    inviteInterested,
    recordAttendance,
    recordNotes,
    recordDecision,
    closeMeeting,
    listDecisions,
    settleDecision,
    withdrawLinks,
  ],
  views: [
    meetingPost,
    meetingCard,
    meetingList,
    meetingUpdate,
    meetingReminder,
    packSummary,
    decisionList,
    decisionReminder,
    interestedPerson,
    workgroupInvitation,
  ],
  jobs: [remindMeeting, showMeeting, remindDecision, makePacks],
  schedules: [makesPacksEachDay],
  documents: [meetingInvitation, meetingMinutes, meetingPack],
};
