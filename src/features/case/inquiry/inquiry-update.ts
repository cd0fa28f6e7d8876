import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { isReminder } from '../../../domain/case/reminders.js';
import type { InquiryNews } from '../../../domain/inquiry/cards.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { inquirySubject, isClosedFor, loadInquiry, type ActingOn } from './act-on-inquiry.js';
import { askedOf, byDay, inquiryLine } from './inquiry-words.js';

interface UpdateFacts extends ActingOn {
  readonly what: InquiryNews;
}

/** The sentence for each thing that is told; what is never told has none. */
const sentences: Readonly<Record<InquiryNews, TextKey | null>> = {
  asked: 'inquiry.told.asked',
  forwarded: 'inquiry.told.forwarded',
  missed: 'inquiry.told.missed',
  answered: 'inquiry.told.answered',
  withdrawn: 'inquiry.told.withdrawn',
  referred: null,
  lapsed: 'inquiry.told.lapsed',
  'followed-up': null,
  'handed-over': null,
  erased: null,
  'left-provider': 'inquiry.told.left-provider',
  'left-desk': 'inquiry.told.left-desk',
  'left-clb': 'inquiry.told.left-clb',
};

/** What happened to a question, in one sentence. A reminder says afterwards that nothing is asked any more. */
export const inquiryUpdate = view({
  slug: 'inquiry-update',
  audience: 'stored',
  params: inquirySubject.extend({ what: z.enum(Object.keys(sentences) as InquiryNews[]) }),
  async load(read, { what, ...subject }): Promise<UpdateFacts | null> {
    const facts = await loadInquiry(read, subject);
    return 'refused' in facts ? null : { ...facts, what };
  },
  fill: (facts, context) => ({
    about: isClosedFor(facts) ? null : inquiryLine(facts.inquiry, context.language),
    sentence: sentenceOf(facts, context),
  }),
  summary: (facts, context) => sentenceOf(facts, context),
});

const sentenceOf = (facts: UpdateFacts, context: ViewContext): string =>
  texts(context.language)(sentenceFor(facts), {
    who: askedOf(facts, context.language),
    clb: plain(facts.clb?.name ?? ''),
    by: byDay(facts.inquiry.nextBy ?? facts.inquiry.since, context),
    answer: texts(context.language)(`inquiry.state.${facts.inquiry.answer ?? 'words'}`),
  });

/** What is told; of a reminder, once the step was taken, that it was. */
function sentenceFor({ what, inquiry }: UpdateFacts): TextKey {
  const state = what === 'left-clb' ? 'answered' : 'asked';
  if (isReminder(what) && (inquiry.state !== state || inquiry.nudges === 0)) return 'inquiry.told.settled';
  return sentences[what] ?? 'inquiry.told.other';
}
