import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import { withLinksWithdrawn } from '../../domain/withdrawn-links.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { livingMeetingPosts, meetingUpdatePost, packPost } from './meeting-keys.js';
import { meetingCards } from './meeting-cards.js';
import { meetingId } from './working-group.js';

/** Links intrekken: the links to pack and minutes that were shared open nothing any more; new ones stand on the cards. */
export const withdrawLinks = action({
  slug: 'withdraw-links',
  subject: z.object({ meetingId }),
  fields: z.object({}),
  load: async (read, subject): Promise<Meeting | Refusal> =>
    (await read.meeting(subject.meetingId)) ?? { refused: 'not-found' },
  may: (_meeting, { actor }) => workgroupOnly(actor),
  decide: (meeting, _fields, { settings, calendar }): Outcome => ({
    changes: [{ put: 'setting', row: withLinksWithdrawn(settings, meeting.id) }],
    entries: [entry('meeting', meeting.id, 'links-withdrawn', {})],
    refresh: [
      ...livingMeetingPosts(meeting, calendar),
      packPost(meeting.id, calendar.dayOf(meeting.startsAt)),
      meetingUpdatePost(meeting, 'closed'),
    ],
    reply: { ...meetingCards.card.shown({ meetingId: meeting.id }), note: { key: 'links-withdrawn' } },
  }),
});
