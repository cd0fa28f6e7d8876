import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../../contracts/action.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import { inquiryMisfits } from '../../../domain/codes.js';
import { inquiryForms } from '../../../domain/inquiry/cards.js';
import { codeWord } from '../../../texts/referral-words.js';
import { doIt, inquirySubject, loadInquiry, mayDo, onCard } from './act-on-inquiry.js';
import { insists, mayKeepWords, typedWords, wordsFault } from './checked-words.js';
import { headOf } from './inquiry-words.js';

/** Past niet: with a reason from a list, and a sentence if one wants. Errors: `reason-missing`, `too-long`, `text-personal`. */
export const refuseInquiry = action({
  slug: 'refuse-inquiry',
  subject: inquirySubject,
  fields: z.object({
    reason: z.enum(inquiryMisfits, 'reason-missing'),
    words: typedWords,
    notPersonal: insists,
  }),
  load: loadInquiry,
  may: (facts, context) => mayDo(facts, 'answer', context),
  form(facts, context: ActionContext, filled: Filled) {
    const { language } = context.actor;
    return {
      ...headOf(facts, context),
      reasons: inquiryMisfits.map((value) => ({ title: codeWord(language, 'inquiry-misfit', value), value })),
      ...wordsFault('words', filled, context),
      typed: {
        reason: filled.typed['reason'] ?? null,
        words: filled.typed['words'] ?? null,
        notPersonal: filled.typed['notPersonal'] ?? 'false',
      },
    };
  },
  decide(facts, { reason, words, notPersonal }, context): Outcome | Refusal {
    if (!mayKeepWords(words, notPersonal, context))
      return { reply: inquiryForms.refuse.again(onCard(facts), { words: 'text-personal' }) };
    return doIt(facts, { act: 'answer', answer: 'misfit', reason, text: words || null }, context);
  },
});
