import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { meetingPhase } from '../../domain/workgroup/meeting.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { invitationLink } from './invitation-link.js';
import { agendaRows } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { referenceOf, stateOf, titleOf, whenOf } from './meeting-words.js';
import { meetingStrip } from './meeting-strip.js';
import { whoComes } from './who-comes.js';
import { meetingId } from './working-group.js';

/** More points than this stand on the meeting's own card only: the post must stay readable. */
const mostPoints = 12;

/** The living post of a meeting in the working group's channel: when, where, the agenda as it grows, who comes (R19). */
export const meetingPost = view({
  slug: 'meeting-post',
  audience: 'stored',
  params: z.object({ meetingId }),
  load: (read, params): Promise<MeetingFacts | null> => loadMeeting(read, params.meetingId),
  may: (_facts, actor) => workgroupOnly(actor),
  fill(facts, context) {
    const { meeting, participants } = facts;
    const { language } = context;
    const rows = agendaRows(facts, context);
    const isToCome = meeting.state === 'planned' && context.now < meeting.endsAt;
    const answers = whoComes(meeting.state === 'planned' ? participants : [], language);
    return {
      meetingId: meeting.id,
      ...headOf(facts, context),
      strip: meetingStrip(meeting, expectedOf(facts, context), context),
      agenda: rows.slice(0, mostPoints),
      noPoints: rows.length === 0 && isToCome ? texts(language)('meetings.meeting-post.no-points') : null,
      more: moreOf(rows.length - mostPoints, context),
      coming: answers.coming,
      perhaps: answers.perhaps,
      notComing: answers['not-coming'],
      isToCome,
      maySupport: isToCome && facts.items.some(({ state }) => state === 'open'),
    };
  },
  summary: ({ meeting }, context) =>
    texts(context.language)('meetings.meeting-post.summary', {
      title: titleOf(meeting, context.language),
      when: whenOf(meeting, context),
    }),
});

/** What stands on top of every card of a meeting: which, when, where, and the link to put it in a calendar. */
export function headOf({ meeting }: Pick<MeetingFacts, 'meeting'>, context: ViewContext) {
  const { language } = context;
  const say = texts(language);
  return {
    reference: referenceOf(meeting, language),
    title: titleOf(meeting, language),
    state: stateOf(meeting, context),
    when: whenOf(meeting, context),
    location: plain(meeting.location),
    online: meeting.url === null ? null : `[${say('meetings.words.online')}](${meeting.url})`,
    calendar:
      meeting.state === 'planned' ? `[${say('meetings.words.calendar')}](${invitationLink(meeting, context)})` : null,
  };
}

function expectedOf({ meeting, items }: MeetingFacts, { language, now }: ViewContext): string | null {
  const say = texts(language);
  const phase = meetingPhase(meeting, now);
  if (phase === 'cancelled' || phase === 'held' || phase === 'over') return say(`meetings.meeting-post.${phase}`);
  return items.length === 0 ? null : say('meetings.meeting-post.bring');
}

const moreOf = (count: number, { language }: ViewContext): string | null =>
  count > 0 ? texts(language)('meetings.words.more-points', { count }) : null;
