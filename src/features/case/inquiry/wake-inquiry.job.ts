import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { InquiryId } from '../../../domain/ids.js';
import { inquiryJobs, inquiryWakes } from '../../../domain/inquiry/clocks.js';
import { doByClock } from './act-on-inquiry.js';

/** A moment of a question has come: whoever is to act is reminded, it is moot, or what was typed with it is erased. */
export const wakeInquiry = job({
  name: inquiryJobs.wake.name,
  subject: z.object({ inquiryId: id<InquiryId>(), what: z.enum(inquiryWakes) }),
  async load(read, { inquiryId, what }) {
    const facts = await read.inquiry(inquiryId);
    return facts === null ? null : { ...facts, what };
  },
  decide({ what, ...facts }, context) {
    if (what === 'follow-up')
      return doByClock(facts, { act: what, coordinatorId: facts.provider?.coordinatorId ?? null }, context);
    const done = doByClock(facts, { act: what }, context);
    const isErased = what === 'erase' && (done.inquiries ?? []).some(({ events }) => events.length > 0);
    return isErased ? { ...done, changes: [{ erase: 'trail', id: facts.inquiry.trailId }] } : done;
  },
});
