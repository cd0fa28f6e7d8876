import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view } from '../../../contracts/action.js';
import type { ReferralId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { loadPost } from './post-facts.js';
import { lastLine, referrerState, stateLine } from './post-lines.js';

/** A referral put in a message by the message extension: what may be told anywhere, and nothing to press. */
export const referralMention = view({
  slug: 'referral-mention',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => loadPost(read, referralId),
  fill(facts, context) {
    const { referral, service } = facts;
    const say = texts(context.language);
    return {
      reference: say('referral.referral-mention.reference', { reference: referral.reference }),
      title:
        service === null
          ? say('referral.referral-post.unchosen')
          : say('referral.referral-post.to', { service: plain(service.name) }),
      state: stateLine(referral, context),
      about: aboutWhom(referral, context.language) || null,
      last: lastLine(facts, context),
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('referral.referral-mention.summary', {
      reference: referral.reference,
      state: referrerState(referral.state, language).word,
    }),
});
