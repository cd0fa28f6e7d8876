import { view } from '../../../contracts/action.js';
import type { InquiryWords } from '../../../contracts/inquiry.js';
import { inquiryCards } from '../../../domain/inquiry/cards.js';
import { inquiryRights } from '../../../domain/inquiry/policy.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { caseActor } from '../case-actor.js';
import { inquirySubject, loadInquiry, onCard, partyOf, readBy, type ActingOn } from './act-on-inquiry.js';
import { inquiryButtons } from './inquiry-buttons.js';
import { inquiryLine } from './inquiry-words.js';

interface OpenedFacts extends ActingOn {
  readonly words: InquiryWords | null;
}

/** What was typed with a question, and the answer in words: only ever answered to one person of a side. */
export const openedInquiry = view({
  slug: 'opened-inquiry',
  audience: 'one-person',
  params: inquirySubject,
  async load(read, subject, { actor }): Promise<OpenedFacts | null> {
    const facts = await loadInquiry(read, subject);
    return 'refused' in facts ? null : { ...readBy(facts, actor), words: await read.inquiryWords(subject.inquiryId) };
  },
  may(facts, actor) {
    const { inquiry } = facts;
    const verdict = inquiryRights.can(caseActor(actor, partyOf(facts)), 'read', inquiry, inquiry.since);
    if ('side' in verdict) return null;
    return verdict.denied === 'side'
      ? { refused: 'not-yours' }
      : { refused: 'file-closed', show: inquiryCards.card.instead(onCard(facts)) };
  },
  fill(facts, context) {
    const say = texts(context.language);
    const { words, side } = facts;
    const question = words?.typed['question'] ?? '';
    return {
      ...onCard(facts),
      line: inquiryLine(facts.inquiry, context.language),
      question: question === '' ? say('inquiry.opened-inquiry.no-words') : plain(question),
      answer: words?.answer == null ? null : plain(words.answer),
      // One is here already.
      buttons: inquiryButtons(facts, side, context).filter(({ data }) => data['view'] !== inquiryCards.opened.slug),
    };
  },
  summary: (_facts, { language }) => texts(language)('inquiry.opened-inquiry.summary'),
});
