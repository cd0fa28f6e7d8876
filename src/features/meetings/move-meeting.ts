import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { optionalDay } from '../../contracts/typed-day.js';
import { isSameTime } from '../../domain/appointment/appointment.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Meeting, Participant } from '../../domain/workgroup/meeting.js';
import { meetingDues } from './meeting-dues.js';
import { livingMeetingPosts, meetingPostKey, meetingUpdatePost } from './meeting-keys.js';
import { referenceOf, titleOf, whenOf, wordingOf } from './meeting-words.js';
import { closedDays, readSlot } from './planning.js';
import { standingIn } from './school-years.js';
import { typedLocation, typedUrl } from '../../contracts/typed-location.js';
import { typedTime } from '../../contracts/typed-time.js';
import { meetingId } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface MoveFacts {
  readonly meeting: Meeting;
  readonly meetings: readonly Meeting[];
  readonly people: readonly Participant[];
}

const fields = z.object({
  date: optionalDay,
  begin: typedTime,
  end: typedTime,
  location: typedLocation,
  url: typedUrl,
});

/**
 * Verplaatsen: another time or location. Everybody reads old and new in the thread and can take over the new appointment; the
 * reminders move along, none is repeated (R19). A new time asks anew who comes. Errors: as of `plan-meetings`.
 */
export const moveMeeting = action({
  slug: 'move-meeting',
  formerly: { keys: { place: 'location' } },
  subject: z.object({ meetingId }),
  fields,
  async load(read, subject): Promise<MoveFacts | Refusal> {
    const meeting = await read.meeting(subject.meetingId);
    if (meeting === null) return { refused: 'not-found' };
    return { meeting, meetings: await read.meetings(), people: await read.participants(meeting.id) };
  },
  may: ({ meeting }, { actor }) =>
    workgroupOnly(actor) ?? (meeting.state === 'planned' ? null : { refused: 'outdated', show: card(meeting) }),
  form({ meeting }, context, { typed }) {
    const { language } = context.actor;
    return {
      meetingId: meeting.id,
      reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      now: `${whenOf(meeting, wordingOf(context))} · ${meeting.location}`,
      typed: {
        date: typed['date'] ?? context.calendar.dayOf(meeting.startsAt),
        begin: typed['begin'] ?? clockOf(meeting.startsAt, context),
        end: typed['end'] ?? clockOf(meeting.endsAt, context),
        location: typed['location'] ?? meeting.location,
        url: typed['url'] ?? meeting.url,
      },
    };
  },
  decide({ meeting, meetings, people }, { url, ...typed }, context): Outcome {
    const others = standingIn(meetings, meeting.schoolYear).filter(({ id }) => id !== meeting.id);
    const read = readSlot(meeting.number, typed, url, { schoolYear: meeting.schoolYear, others }, context);
    if ('problem' in read) {
      const [field, fault] = read.problem;
      return { reply: meetingForms.move.again({ meetingId: meeting.id }, { [field]: fault }) };
    }
    const { startsAt, endsAt, location } = read.slot;
    const wanted = { ...meeting, startsAt, endsAt, location, url };
    if (isSame(meeting, wanted)) return { reply: meetingCards.card.shown({ meetingId: meeting.id }) };
    const moved = { ...wanted, sequence: meeting.sequence + 1, changedAt: context.now };
    return outcomeOf(meeting, moved, people, context);
  },
});

function outcomeOf(was: Meeting, moved: Meeting, people: readonly Participant[], context: ActionContext): Outcome {
  const isOtherTime = !isSameTime(was, moved);
  const asked = isOtherTime ? people.filter(({ guest, answer }) => !guest && answer !== null) : [];
  return {
    changes: [
      { put: 'meeting', row: moved },
      ...asked.map((one) => ({ put: 'participant' as const, row: { ...one, answer: null } })),
    ],
    entries: [
      entry('meeting', moved.id, 'moved', {
        what: isOtherTime ? 'time' : 'location',
        from: was.startsAt,
        to: moved.startsAt,
      }),
    ],
    notices: [
      {
        key: meetingUpdatePost(moved, 'moved'),
        ...meetingCards.update.with({
          meetingId: moved.id,
          what: isOtherTime ? 'moved' : 'relocated',
          ...timesOf(was, moved),
        }),
        to: { under: meetingPostKey(moved.id) },
      },
    ],
    ...(isOtherTime ? meetingDues(moved, context.now, context.calendar) : {}),
    refresh: livingMeetingPosts(was, context.calendar),
    reply: {
      ...meetingCards.card.shown({ meetingId: moved.id }),
      note:
        isOtherTime && closedDays([moved], context).length > 0
          ? { key: 'meeting-moved-closed' }
          : { key: 'meeting-moved' },
    },
  };
}

/** What was and what became of it, as this one change: the card tells that for ever. */
const timesOf = (was: Meeting, moved: Meeting) => ({
  was: [was.startsAt.toISOString(), was.endsAt.toISOString()],
  became: [moved.startsAt.toISOString(), moved.endsAt.toISOString()],
});

const card = ({ id }: Meeting) => meetingCards.card.instead({ meetingId: id });

const isSame = (one: Meeting, other: Meeting): boolean =>
  isSameTime(one, other) && one.location === other.location && one.url === other.url;

/** 'HH:MM' in Belgium, as a time field wants it. */
function clockOf(at: Date, { calendar }: ActionContext): string {
  const minutes = Math.round((at.getTime() - calendar.at(calendar.dayOf(at), 0, 0).getTime()) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
