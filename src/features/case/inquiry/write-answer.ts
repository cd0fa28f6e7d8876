import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../../contracts/action.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import { inquiryForms } from '../../../domain/inquiry/cards.js';
import { doIt, inquirySubject, loadInquiry, mayDo, onCard } from './act-on-inquiry.js';
import { insists, mayKeepWords, typedWords, wordsFault } from './checked-words.js';
import { headOf } from './inquiry-words.js';

/** Antwoorden in woorden: sealed, and checked for what tells of a pupil. Errors: `missing`, `too-long`, `text-personal`. */
export const writeAnswer = action({
  slug: 'write-answer',
  subject: inquirySubject,
  fields: z.object({ words: typedWords.refine((text) => text !== '', 'missing'), notPersonal: insists }),
  load: loadInquiry,
  may: (facts, context) => mayDo(facts, 'answer', context),
  form: (facts, context: ActionContext, filled: Filled) => ({
    ...headOf(facts, context),
    ...wordsFault('words', filled, context),
    typed: { words: filled.typed['words'] ?? null, notPersonal: filled.typed['notPersonal'] ?? 'false' },
  }),
  decide(facts, { words, notPersonal }, context): Outcome | Refusal {
    if (!mayKeepWords(words, notPersonal, context))
      return { reply: inquiryForms.write.again(onCard(facts), { words: 'text-personal' }) };
    return doIt(facts, { act: 'answer', answer: 'words', reason: null, text: words }, context);
  },
});
