import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import type { AgendaItem, Meeting } from '../../domain/workgroup/meeting.js';
import { meetingDues } from './meeting-dues.js';
import { livingMeetingPosts, meetingPostKey, meetingUpdatePost } from './meeting-keys.js';
import { referenceOf, titleOf, whenOf, wordingOf } from './meeting-words.js';
import { loadReturning, pointsToNext, type Returning } from './returning-points.js';
import { meetingId } from './working-group.js';
import { meetingCards } from './meeting-cards.js';

interface CancelFacts extends Returning {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
}

/**
 * Annuleren: the meeting does not take place (or did not). Its points go to the next one, or wait for it; everybody reads it
 * in the thread, with the appointment cancelled. The same number can be planned again (R19).
 */
export const cancelMeeting = action({
  slug: 'cancel-meeting',
  subject: z.object({ meetingId }),
  fields: z.object({}),
  async load(read, subject): Promise<CancelFacts | Refusal> {
    const meeting = await read.meeting(subject.meetingId);
    if (meeting === null) return { refused: 'not-found' };
    return { ...(await loadReturning(read)), meeting, items: await read.agendaItems(meeting.id) };
  },
  may: ({ meeting }, { actor }) =>
    workgroupOnly(actor) ?? (meeting.state === 'held' ? { refused: 'outdated', show: card(meeting) } : null),
  form: ({ meeting }, context) => ({
    meetingId: meeting.id,
    reference: referenceOf(meeting, context.actor.language),
    title: titleOf(meeting, context.actor.language),
    when: whenOf(meeting, wordingOf(context)),
  }),
  decide(facts, _fields, context): Outcome {
    const { meeting, items, meetings } = facts;
    const reply = meetingCards.card.shown({ meetingId: meeting.id });
    if (meeting.state === 'cancelled') return { reply };
    const { now, calendar } = context;
    const cancelled = { ...meeting, state: 'cancelled' as const, sequence: meeting.sequence + 1, changedAt: now };
    const after = meetings.map((one) => (one.id === meeting.id ? cancelled : one));
    const { changes, entries, next } = pointsToNext(facts, after, items, context);
    return {
      changes: [{ put: 'meeting', row: cancelled }, ...changes],
      entries: [entry('meeting', meeting.id, 'cancelled', {}), ...entries],
      notices: [
        {
          key: meetingUpdatePost(cancelled, 'cancelled'),
          ...meetingCards.update.with({ meetingId: meeting.id, what: 'cancelled' }),
          to: { under: meetingPostKey(meeting.id) },
        },
      ],
      ...meetingDues(cancelled, now, calendar),
      refresh: [...livingMeetingPosts(meeting, calendar), ...(next === null ? [] : [meetingPostKey(next.id)])],
      reply: { ...reply, note: { key: 'meeting-cancelled' } },
    };
  },
});

const card = ({ id }: Meeting) => meetingCards.card.instead({ meetingId: id });
