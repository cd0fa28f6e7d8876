import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import { texts } from '../../texts/index.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { meetingDues } from './meeting-dues.js';
import { livingMeetingPosts, meetingPostKey, meetingUpdatePost } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { loadReturning, pointsToNext, type Returning } from './returning-points.js';
import { meetingId } from './working-group.js';
import { meetingCards } from './meeting-cards.js';

type CloseFacts = MeetingFacts & Returning;

/**
 * Afsluiten: the minutes are final and stand in the thread. What was not treated goes to the next meeting, and so do the
 * open decisions (R19). Not before the meeting has begun.
 */
export const closeMeeting = action({
  slug: 'close-meeting',
  subject: z.object({ meetingId }),
  fields: z.object({}),
  async load(read, subject): Promise<CloseFacts | Refusal> {
    const facts = await loadMeeting(read, subject.meetingId);
    return facts === null ? { refused: 'not-found' } : { ...facts, ...(await loadReturning(read)) };
  },
  may({ meeting }, { actor, now }) {
    const refusal = workgroupOnly(actor);
    if (refusal !== null) return refusal;
    if (meeting.state === 'cancelled') return { refused: 'outdated', show: card({ meeting }) };
    return now < meeting.startsAt ? { refused: 'meeting-to-come', show: card({ meeting }) } : null;
  },
  form(facts, { actor: { language } }) {
    const { meeting, items, decisions, participants } = facts;
    const say = texts(language);
    return {
      meetingId: meeting.id,
      reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      lines: [
        say('meetings.close-meeting.present', { count: participants.filter(({ attended }) => attended).length }),
        say('meetings.close-meeting.treated', { count: items.filter(({ state }) => state === 'treated').length }),
        say('meetings.close-meeting.left', { count: items.filter(({ state }) => state === 'open').length }),
        say('meetings.close-meeting.decided', { count: decisions.length }),
      ].map((line) => ({ line })),
    };
  },
  decide(facts, _fields, context): Outcome {
    const { meeting, meetings, items } = facts;
    const reply = meetingCards.card.shown({ meetingId: meeting.id });
    if (meeting.state === 'held') return { reply };
    const held = { ...meeting, state: 'held' as const, changedAt: context.now };
    const after = meetings.map((one) => (one.id === meeting.id ? held : one));
    const { changes, entries, next } = pointsToNext(facts, after, items, context);
    return {
      changes: [{ put: 'meeting', row: held }, ...changes],
      entries: [entry('meeting', meeting.id, 'held', {}), ...entries],
      notices: [
        {
          key: meetingUpdatePost(held, 'closed'),
          ...meetingCards.update.with({ meetingId: meeting.id, what: 'closed' }),
          to: { under: meetingPostKey(meeting.id) },
        },
      ],
      ...meetingDues(held, context.now, context.calendar),
      refresh: [...livingMeetingPosts(meeting, context.calendar), ...(next === null ? [] : [meetingPostKey(next.id)])],
      reply: { ...reply, note: { key: 'meeting-closed' } },
    };
  },
});

const card = ({ meeting }: Pick<MeetingFacts, 'meeting'>) => meetingCards.card.instead({ meetingId: meeting.id });
