import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { ReferralId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { aboutWhom, stateWord } from '../../../texts/referral-words.js';
import { lookOf } from '../card/strip.js';
import { loadPost, type PostFacts } from './post-facts.js';
import { lastLine } from './post-lines.js';
import { headingOf } from './referral-post.js';

/** A referral put in a message by the message extension: what may be told anywhere, and nothing to press. */
export const referralMention = view({
  slug: 'referral-mention',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => loadPost(read, referralId),
  fill(facts, context) {
    const { referral } = facts;
    const { word } = stateWord(context.language, referral.state);
    return {
      strip: { ...lookOf(referral, 'desk', false), state: word, next: null },
      title: headingOf(facts, context),
      line: mentionLine(facts, context),
      last: lastLine(facts, context),
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('referral.referral-mention.summary', {
      reference: referral.reference,
      state: stateWord(language, referral.state).word,
    }),
});

/** `2026-0042 · 14–15 jaar · BSO`: no names of workers where anybody may read it. */
function mentionLine({ referral }: PostFacts, { language }: ViewContext): string {
  const about = aboutWhom(referral, language);
  return about === '' ? referral.reference : `${referral.reference} · ${about}`;
}
