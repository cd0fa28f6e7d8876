import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import { doIt, inquirySubject, loadInquiry, mayDo, type ActingOn } from './act-on-inquiry.js';

const quick = ['fits', 'maybe'] as const;

/** Past, or Misschien: one press; also to put an answer right. The desk writes down what a provider said by phone. */
export const answerInquiry = action({
  slug: 'answer-inquiry',
  subject: inquirySubject.extend({ answer: z.enum(quick) }),
  fields: z.object({}),
  async load(
    read,
    { answer, ...subject },
  ): Promise<(ActingOn & { readonly answer: (typeof quick)[number] }) | Refusal> {
    const facts = await loadInquiry(read, subject);
    return isRefusal(facts) ? facts : { ...facts, answer };
  },
  may: (facts, context) => mayDo(facts, 'answer', context),
  decide: (facts, _fields, context) =>
    doIt(facts, { act: 'answer', answer: facts.answer, reason: null, text: null }, context),
});
