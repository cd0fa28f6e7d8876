import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { loadInterest } from './interested-person.js';
import { invitationLink } from './invitation-link.js';
import { referenceOf, titleOf, whenOf } from './meeting-words.js';
import { interestId } from './working-group.js';

/** What who would like to join reads: the question lies with the coordinator; then the invitation, with its calendar file. */
export const workgroupInvitation = view({
  slug: 'workgroup-invitation',
  audience: 'stored',
  params: z.object({ interestId }),
  load: (read, { interestId: id }, { now }) => loadInterest(read, id, now),
  fill({ interest, meeting }, context) {
    const { language } = context;
    const t = texts(language);
    const invited = interest.state === 'invited' && meeting !== null ? meeting : null;
    const isGone = invited !== null && invited.state === 'cancelled';
    return {
      asked: invited === null ? 'yes' : null,
      state: t(`meetings.workgroup-invitation.states.${isGone ? 'cancelled' : interest.state}`),
      next: invited === null ? t('meetings.workgroup-invitation.next') : whenOf(invited, context),
      title: invited === null ? null : titleOf(invited, language),
      line: invited === null ? null : referenceOf(invited, language),
      location: invited === null ? null : plain(invited.location),
      calendar: invited === null ? null : invitationLink(invited, context),
      url: isGone ? null : (invited?.url ?? null),
    };
  },
  summary: ({ interest }, { language }) => texts(language)(`meetings.workgroup-invitation.states.${interest.state}`),
});
