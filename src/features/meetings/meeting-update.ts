import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { fileLink } from '../../contracts/file-link.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { invitationLink } from './invitation-link.js';
import { titleOf, whenOf } from './meeting-words.js';
import { meetingId } from './working-group.js';

const span = z.tuple([z.coerce.date(), z.coerce.date()]);

interface UpdateFacts {
  readonly meeting: Meeting;
  readonly what: 'moved' | 'relocated' | 'cancelled' | 'closed';
  readonly was: Meeting | null;
  readonly became: Meeting | null;
}

/** A reply in the thread of a meeting: moved (old and new), another location, cancelled, closed; with what one then needs. */
export const meetingUpdate = view({
  slug: 'meeting-update',
  audience: 'stored',
  params: z.object({
    meetingId,
    what: z.enum(['moved', 'relocated', 'cancelled', 'closed']),
    was: span.optional(),
    became: span.optional(),
  }),
  async load(read, { meetingId: id, what, was, became }): Promise<UpdateFacts | null> {
    const meeting = await read.meeting(id);
    if (meeting === null) return null;
    const at = (times: readonly [Date, Date] | undefined): Meeting | null =>
      times === undefined ? null : { ...meeting, startsAt: times[0], endsAt: times[1] };
    return { meeting, what, was: at(was), became: at(became) };
  },
  fill(facts, context) {
    const { meeting, what } = facts;
    const { language } = context;
    const document = (slug: string): string => fileLink(slug, { meetingId: meeting.id }, context);
    return {
      meetingId: meeting.id,
      sentence: sentenceOf(facts, context),
      invitation: what === 'closed' ? null : invitationLink(meeting, context),
      invite: texts(language)(`meetings.meeting-update.${what === 'cancelled' ? 'calendar-off' : 'calendar'}`),
      minutes: what === 'closed' ? document('meeting-minutes') : null,
      mayAnswer: what === 'moved' && meeting.state === 'planned',
    };
  },
  summary: ({ meeting, what }, { language }) =>
    texts(language)(`meetings.meeting-update.summary.${what}`, { title: titleOf(meeting, language) }),
});

function sentenceOf({ meeting, what, was, became }: UpdateFacts, context: ViewContext): string {
  const told = {
    title: titleOf(meeting, context.language),
    was: was === null ? '' : whenOf(was, context),
    became: whenOf(became ?? meeting, context),
    location: plain(meeting.location),
  };
  return texts(context.language)(`meetings.meeting-update.told.${what}`, told);
}
