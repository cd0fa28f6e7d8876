import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { InquiryId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { inquiryStrip } from './inquiry-strip.js';
import { askedOf, inquiryLine } from './inquiry-words.js';

/** A question before referring put in a message by the message extension: what may be told anywhere, and nothing to press. */
export const inquiryMention = view({
  slug: 'inquiry-mention',
  audience: 'stored',
  params: z.object({ inquiryId: id<InquiryId>() }),
  load: (read, { inquiryId }) => read.inquiry(inquiryId),
  fill: (facts, context) => ({
    strip: { ...inquiryStrip(facts, 'clb', context), next: null },
    title: texts(context.language)('inquiry.inquiry.asked-of', { who: askedOf(facts, context.language) }),
    line: inquiryLine(facts.inquiry, context.language),
  }),
  summary: (facts, context) =>
    texts(context.language)('inquiry.inquiry.summary', {
      about: inquiryLine(facts.inquiry, context.language),
      state: inquiryStrip(facts, 'clb', context).state,
    }),
});
