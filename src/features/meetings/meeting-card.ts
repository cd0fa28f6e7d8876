import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { meetingPhase } from '../../domain/workgroup/meeting.js';
import type { ToldEntry } from '../../domain/timeline/entries.js';
import { entryHistory } from '../../texts/entry-history.js';
import { fileLink } from '../../contracts/file-link.js';
import { texts } from '../../texts/index.js';
import { invitationLink } from './invitation-link.js';
import { agendaRows } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { headOf } from './meeting-post.js';
import { meetingStrip } from './meeting-strip.js';
import { titleOf, whenOf } from './meeting-words.js';
import { meetingId } from './working-group.js';

/** What can be done with a meeting: one that is over is minuted like one that is going on, until it is closed. */
type Phase = 'before' | 'going-on' | 'held' | 'cancelled';

/** One press on a row of the agenda opens its minutes; before the meeting rows are only read. */
const mostPoints = 30;

interface CardFacts extends MeetingFacts {
  /** What happened to it, newest first. */
  readonly told: readonly ToldEntry<'meeting'>[];
}

/** The card for who leads the meeting: plan it, invite, minute it, close it; afterwards minutes and decisions (R19). */
export const meetingCard = view({
  slug: 'meeting-card',
  audience: 'stored',
  params: z.object({ meetingId }),
  async load(read, { meetingId: id }): Promise<CardFacts | null> {
    const facts = await loadMeeting(read, id);
    return facts === null ? null : { ...facts, told: await read.timeline('meeting', id) };
  },
  may: (_facts, actor) => workgroupOnly(actor),
  fill(facts, context) {
    const { meeting } = facts;
    const phase = phaseOf(facts, context);
    const rows = agendaRows(facts, context);
    const document = (slug: string): string => fileLink(slug, { meetingId: meeting.id }, context);
    return {
      meetingId: meeting.id,
      schoolYear: meeting.schoolYear,
      ...headOf(facts, context),
      calendar: null,
      strip: meetingStrip(meeting, noteOf(phase, facts, context), context),
      counted: countedOf(phase, facts, context),
      agenda: phase === 'going-on' ? null : rows.slice(0, mostPoints),
      toMinute: phase === 'going-on' ? rows.slice(0, mostPoints) : null,
      history: entryHistory(facts.told, ['attendance-answered', 'points-supported'], context),
      hasPoints: rows.length > 0,
      isBefore: phase === 'before',
      isGoingOn: phase === 'going-on',
      mayMinute: phase === 'going-on' && rows.length > 0,
      isHeld: phase === 'held',
      isCancelled: phase === 'cancelled',
      mayDrop: phase === 'before' && facts.items.some(({ state }) => state === 'open'),
      invitation: invitationLink(meeting, context),
      minutes: document('meeting-minutes'),
    };
  },
  summary: ({ meeting }, context) =>
    texts(context.language)('meetings.meeting-post.summary', {
      title: titleOf(meeting, context.language),
      when: whenOf(meeting, context),
    }),
});

function phaseOf({ meeting }: MeetingFacts, { now }: ViewContext): Phase {
  const phase = meetingPhase(meeting, now);
  return phase === 'planned' ? 'before' : phase === 'over' ? 'going-on' : phase;
}

function noteOf(phase: Phase, { items }: MeetingFacts, { language }: ViewContext): string | null {
  const say = texts(language);
  if (phase === 'going-on') return say('meetings.meeting-card.minute');
  if (phase === 'cancelled') return say('meetings.meeting-post.cancelled');
  return phase === 'before' && items.length === 0 ? say('meetings.meeting-card.no-points') : null;
}

/** `3 aanwezig · 2 van 5 punten behandeld · 1 besluit` */
function countedOf(
  phase: Phase,
  { items, participants, decisions }: MeetingFacts,
  { language }: ViewContext,
): string | null {
  if (phase === 'before' || phase === 'cancelled') return null;
  const say = texts(language);
  return [
    say('meetings.meeting-card.present', { count: participants.filter(({ attended }) => attended).length }),
    say('meetings.meeting-card.treated', {
      count: items.filter(({ state }) => state === 'treated').length,
      of: items.length,
    }),
    say('meetings.meeting-card.decided', { count: decisions.length }),
  ].join(' · ');
}
