import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { reminderKinds, type ReminderKind } from '../../domain/workgroup/meeting.js';
import { fileLink } from '../../contracts/file-link.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { invitationLink } from './invitation-link.js';
import { agendaRows } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { headOf } from './meeting-post.js';
import { titleOf, whenOf } from './meeting-words.js';
import { meetingId } from './working-group.js';

interface ReminderFacts extends MeetingFacts {
  readonly which: ReminderKind;
  /** For which date it went out. */
  readonly startsAt: Date;
}

const mostPoints = 10;

/**
 * A reminder in the working group's channel: three weeks before to bring points, three days before with the agenda, on the
 * day itself (R19). Its date is that for which it went out: when the meeting was moved or cancelled since, it says so.
 */
export const meetingReminder = view({
  slug: 'meeting-reminder',
  audience: 'stored',
  params: z.object({ meetingId, which: z.enum(reminderKinds), startsAt: z.coerce.date() }),
  async load(read, { meetingId: id, which, startsAt }): Promise<ReminderFacts | null> {
    const facts = await loadMeeting(read, id);
    return facts === null ? null : { ...facts, which, startsAt };
  },
  fill(facts, context) {
    const { meeting, which } = facts;
    const { language } = context;
    const rows = which === 'three-weeks' ? [] : agendaRows(facts, context);
    const isLive = isStill(facts) && context.now < meeting.endsAt;
    return {
      meetingId: meeting.id,
      ...headOf(facts, context),
      title: texts(language)(`meetings.meeting-reminder.title.${which}`, { title: titleOf(meeting, language) }),
      state: null,
      calendar: null,
      outdated: outdatedOf(facts, context),
      expected: isLive ? texts(language)(`meetings.meeting-reminder.expected.${which}`) : null,
      agenda: isLive ? rows.slice(0, mostPoints) : [],
      more:
        isLive && rows.length > mostPoints
          ? texts(language)('meetings.words.more-points', { count: rows.length - mostPoints })
          : null,
      pack: isLive && which === 'three-days' ? fileLink('meeting-pack', { meetingId: meeting.id }, context) : null,
      invitation: isLive ? invitationLink(meeting, context) : null,
      isLive,
      bring: isLive && which === 'three-weeks',
      comeStyle: which === 'three-weeks' ? null : 'positive',
    };
  },
  summary: ({ meeting, which }, context) =>
    texts(context.language)(`meetings.meeting-reminder.summary.${which}`, {
      title: titleOf(meeting, context.language),
      when: whenOf(meeting, context),
    }),
});

/** Whether the meeting is still at the date for which the reminder went out. */
const isStill = ({ meeting, startsAt }: ReminderFacts): boolean =>
  meeting.state === 'planned' && meeting.startsAt.getTime() === startsAt.getTime();

function outdatedOf(facts: ReminderFacts, context: ViewContext): string | null {
  const say = texts(context.language);
  const { meeting, startsAt } = facts;
  if (meeting.state === 'cancelled') return say('meetings.meeting-post.cancelled');
  if (meeting.startsAt.getTime() === startsAt.getTime()) return null;
  return say('meetings.meeting-reminder.moved', { when: whenOf(meeting, context), location: plain(meeting.location) });
}
