import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { InquiryId } from '../../../domain/ids.js';
import { inquiryReceipt } from '../../../domain/inquiry/posts.js';
import { doByClock } from './act-on-inquiry.js';

/** The question did not reach the provider: it has no channel any more. The desk asks, or asks another. */
export const missInquiry = job({
  name: inquiryReceipt.failed,
  subject: z.object({ inquiryId: id<InquiryId>() }),
  load: (read, { inquiryId }) => read.inquiry(inquiryId),
  decide: (facts, context) => doByClock(facts, { act: 'miss' }, context),
});
