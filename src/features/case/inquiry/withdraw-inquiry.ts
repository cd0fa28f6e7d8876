import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, inquirySubject, loadInquiry, mayDo, present } from './act-on-inquiry.js';

/** Vraag intrekken: not needed any more; who was asked reads so. */
export const withdrawInquiry = action({
  slug: 'withdraw-inquiry',
  subject: inquirySubject,
  fields: z.object({}),
  load: loadInquiry,
  may: (facts, context) => (facts.inquiry.state === 'withdrawn' ? null : mayDo(facts, 'withdraw', context)),
  decide: (facts, _fields, context) =>
    facts.inquiry.state === 'withdrawn' && mayDo(facts, 'see', context) === null
      ? { reply: present(facts) }
      : doIt(facts, { act: 'withdraw' }, context),
});
