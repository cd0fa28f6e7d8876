import { addAgendaItem } from '../../../src/features/meetings/add-agenda-item.js';
import { cancelMeeting } from '../../../src/features/meetings/cancel-meeting.js';
import { closeMeeting } from '../../../src/features/meetings/close-meeting.js';
import { decisionList } from '../../../src/features/meetings/decision-list.js';
import { decisionReminder } from '../../../src/features/meetings/decision-reminder.js';
import { dropAgendaItem } from '../../../src/features/meetings/drop-agenda-item.js';
import { inviteGuest } from '../../../src/features/meetings/invite-guest.js';
import { entry } from '../../../src/domain/timeline/entries.js';
import { interestedPerson } from '../../../src/features/meetings/interested-person.js';
import { workgroupInvitation } from '../../../src/features/meetings/workgroup-invitation.js';
import { meetingCard } from '../../../src/features/meetings/meeting-card.js';
import { meetingList } from '../../../src/features/meetings/meeting-list.js';
import { meetingPost } from '../../../src/features/meetings/meeting-post.js';
import { meetingReminder } from '../../../src/features/meetings/meeting-reminder.js';
import { meetingUpdate } from '../../../src/features/meetings/meeting-update.js';
import { moveMeeting } from '../../../src/features/meetings/move-meeting.js';
import { packSummary } from '../../../src/features/meetings/pack-summary.js';
import { planMeetings } from '../../../src/features/meetings/plan-meetings.js';
import { recordAttendance } from '../../../src/features/meetings/record-attendance.js';
import { recordDecision } from '../../../src/features/meetings/record-decision.js';
import { recordNotes } from '../../../src/features/meetings/record-notes.js';
import { settleDecision } from '../../../src/features/meetings/settle-decision.js';
import { supportItem } from '../../../src/features/meetings/support-item.js';
import { checkDrawings } from '../../support/drawings.js';
import { drawForm, drawView } from './act.js';
import { counts, countsBefore, perRegion } from './counted.js';
import {
  an,
  bert,
  decision,
  els,
  first,
  goingOn,
  guest,
  interest,
  meeting,
  point,
  signal,
  silent,
  takesPart,
  uuid,
  type MeetingWorld,
} from './world.js';

const of = { meetingId: meeting().id };
const agenda = [
  point(1, { text: 'Overleg met de leersteuncentra: wie doet wat na de herfstvakantie?' }),
  point(2, { kind: 'signal', signalId: signal().id, text: signal().text }),
  point(3, { kind: 'decision', decisionId: decision().id, text: decision().text }),
];
const busy: MeetingWorld = {
  meetings: [first({ state: 'held' }), meeting({ url: 'https://teams.example/vergadering' })],
  items: agenda,
  decisions: [decision()],
  signals: [signal({ state: 'on-agenda', meetingId: meeting().id })],
  votes: { [agenda[1]!.id]: [an.id, bert.id, els.id], [agenda[0]!.id]: [an.id] },
  participants: [
    takesPart(an),
    takesPart(bert, { answer: 'perhaps' }),
    takesPart(silent, { answer: 'not-coming' }),
    guest(),
  ],
};
const underWay: MeetingWorld = {
  ...busy,
  meetings: [first({ state: 'held' }), goingOn()],
  items: [agenda[0]!, { ...agenda[1]!, state: 'treated', notes: 'Besproken.' }, agenda[2]!],
};
const held: MeetingWorld = {
  ...underWay,
  meetings: [goingOn({ state: 'held' })],
  participants: [takesPart(an, { attended: true }), guest({ attended: true })],
};
const { id: meetingId, startsAt } = meeting();
const toldOfMeeting = [
  entry('meeting', meetingId, 'planned', { startsAt }),
  entry('meeting', meetingId, 'point-added', { itemId: point(1).id, kind: 'item' }),
  entry('meeting', meetingId, 'attendance-answered', { answer: 'coming' }),
];
const reminded = { ...of, startsAt: meeting().startsAt.toISOString() };
const dec = { decisionId: decision().id };
const earlierHours = ['2027-01-12T13:00:00.000Z', '2027-01-12T15:00:00.000Z'];
const hours = ['2027-01-14T13:00:00.000Z', '2027-01-14T15:00:00.000Z'];
const bothRegions = (VBO: number, AHV: number) => perRegion('registered-by-region', { VBO, AHV });
const packDay = new Date('2027-01-11T09:00:00Z');

const asks = { interestId: interest().id };
const toInvite: MeetingWorld = { meetings: [meeting()], interests: [interest()] };
const invited: MeetingWorld = {
  meetings: [meeting()],
  interests: [interest({ state: 'invited', meetingId: meeting().id, invitedBy: an.id })],
};

checkDrawings([
  drawView(interestedPerson, 'to invite', asks, toInvite),
  drawView(interestedPerson, 'nothing planned', asks, { ...toInvite, meetings: [] }),
  drawView(interestedPerson, 'invited', asks, invited),
  drawView(workgroupInvitation, 'asked', asks, toInvite),
  drawView(workgroupInvitation, 'invited', asks, invited),
  drawForm(planMeetings, 'nothing planned', { world: { meetings: [] } }),
  drawForm(planMeetings, 'one planned', { world: { meetings: [first({ state: 'held' }), meeting()] } }),
  drawForm(planMeetings, 'all planned', {
    world: { meetings: [first({ state: 'held' }), meeting(), meeting({ id: uuid('e3'), number: 3 })] },
  }),
  drawForm(
    planMeetings,
    'errors',
    { world: { meetings: [] } },
    {
      typed: { begin: '14:00', date1: '2026-01-05', location: 'Provinciehuis, Leuven' },
      errors: { date1: 'date-passed', end: 'end-missing', url: 'url-wrong' },
    },
  ),
  drawForm(moveMeeting, 'opened', { world: busy, data: of }),
  drawForm(
    moveMeeting,
    'errors',
    { world: busy, data: of },
    { typed: { date: '2025-01-05' }, errors: { date: 'other-year' } },
  ),
  drawForm(cancelMeeting, 'opened', { world: busy, data: of }),
  drawView(meetingPost, 'to come', of, busy),
  drawView(meetingPost, 'nothing on it yet', of, {}),
  drawView(meetingPost, 'over', of, busy, { now: new Date('2027-01-15T09:00:00Z') }),
  drawView(meetingPost, 'cancelled', of, { meetings: [meeting({ state: 'cancelled' })] }),
  drawView(meetingCard, 'to come', of, { ...busy, told: toldOfMeeting }),
  drawView(meetingCard, 'going on', of, underWay),
  drawView(meetingCard, 'held', of, held),
  drawView(meetingCard, 'cancelled', of, { meetings: [meeting({ state: 'cancelled' })] }),
  drawView(
    meetingList,
    'two of three',
    { schoolYear: '2026-2027' },
    { ...busy, items: [point(7, { meetingId: null })] },
  ),
  drawView(meetingList, 'none', {}, { meetings: [] }),
  drawView(meetingUpdate, 'moved', { ...of, what: 'moved', was: earlierHours, became: hours }, busy),
  drawView(meetingUpdate, 'another location', { ...of, what: 'relocated', was: hours, became: hours }, busy),
  drawView(meetingUpdate, 'cancelled', { ...of, what: 'cancelled' }, { meetings: [meeting({ state: 'cancelled' })] }),
  drawView(meetingUpdate, 'closed', { ...of, what: 'closed' }, held),
  drawView(meetingReminder, 'three weeks', { ...reminded, which: 'three-weeks' }, busy),
  drawView(meetingReminder, 'three days', { ...reminded, which: 'three-days' }, busy),
  drawView(meetingReminder, 'today', { ...reminded, which: 'same-day' }, busy),
  drawView(meetingReminder, 'moved since', { ...reminded, startsAt: earlierHours[0]!, which: 'three-days' }, busy),
  drawForm(addAgendaItem, 'opened', { world: busy, data: of }),
  drawForm(addAgendaItem, 'nothing planned', { world: { meetings: [] } }),
  drawForm(
    addAgendaItem,
    'perhaps personal',
    { world: busy, data: of },
    { typed: { text: 'Wat met Sofie Willems?' }, errors: { text: 'perhaps-personal' } },
  ),
  drawForm(dropAgendaItem, 'opened', { world: busy, data: of }),
  drawForm(supportItem, 'opened', { world: busy, data: of }),
  drawForm(inviteGuest, 'opened', { world: busy, data: of }),
  drawForm(inviteGuest, 'errors', { world: busy, data: of }, { errors: { guestName: 'name-missing' } }),
  drawForm(recordAttendance, 'opened', { world: underWay, data: of }),
  drawForm(recordNotes, 'first', { world: underWay, data: { ...of, then: 'next' } }),
  drawForm(recordNotes, 'last', { world: underWay, data: { ...of, itemId: agenda[0]!.id } }),
  drawForm(
    recordNotes,
    'personal',
    { world: underWay, data: { ...of, itemId: agenda[0]!.id } },
    { typed: { notes: 'Bel 0478 12 34 56' }, errors: { notes: 'personal' } },
  ),
  drawForm(recordDecision, 'at a point', { world: underWay, data: { ...of, itemId: agenda[0]!.id } }),
  drawForm(
    recordDecision,
    'errors',
    { world: underWay, data: of },
    { typed: { text: '' }, errors: { text: 'text-missing', ownerId: 'owner-missing' } },
  ),
  drawForm(closeMeeting, 'opened', { world: underWay, data: of }),
  drawView(
    decisionList,
    'some',
    {},
    {
      ...busy,
      decisions: [
        decision({ dueOn: '2026-11-10' }),
        decision({ id: uuid('df'), dueOn: '2027-02-01', ownerName: 'Karel Gast', ownerId: null }),
        decision({ id: uuid('d9'), state: 'done', report: 'De brief is verstuurd.', dueOn: null }),
      ],
    },
  ),
  drawView(decisionList, 'found nothing', { words: 'kabinet' }, { decisions: [] }),
  drawForm(settleDecision, 'opened', { world: busy, data: dec }),
  drawForm(
    settleDecision,
    'errors',
    { world: busy, data: dec },
    { typed: { result: 'dropped' }, errors: { report: 'report-missing' } },
  ),
  drawView(decisionReminder, 'open', dec, busy),
  drawView(decisionReminder, 'done', dec, { ...busy, decisions: [decision({ state: 'done' })] }),
  drawView(
    packSummary,
    'nothing hidden',
    of,
    {
      ...busy,
      counts: { ...counts, ...bothRegions(34, 27) },
      countsBefore: { ...bothRegions(28, 31) },
    },
    { now: packDay },
  ),
  drawView(packSummary, 'with figures', of, { ...busy, counts, countsBefore }, { now: packDay }),
  drawView(
    packSummary,
    'nothing yet',
    of,
    { meetings: [meeting({ startsAt: new Date('2026-09-17T13:00:00Z') })] },
    { now: new Date('2026-09-02T09:00:00Z') },
  ),
]);
