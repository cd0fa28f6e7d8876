import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { channelsHere } from './channels-here.js';

/** People joined or left: who is in the channels of this team or chat is asked of Teams again. */
export const recheckRoster = reaction({
  slug: turnActions.membersChanged,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  load: (read, _subject, { actor }) => channelsHere(read, actor),
  may: () => null,
  decide: (channels) => ({ checkRoster: channels.map(({ id }) => id) }),
});
