import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { InquiryWords } from '../../../contracts/inquiry.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { caseCards } from '../../../domain/case/cards.js';
import { draftPost } from '../../../domain/case/posts.js';
import type { Draft, Typed } from '../../../domain/draft.js';
import type { DraftId } from '../../../domain/ids.js';
import type { Inquiry } from '../../../domain/inquiry/inquiry.js';
import { keep, replyAt } from '../intake/keep-draft.js';
import { happensTo, inquirySubject, loadInquiry, mayDo, present, type ActingOn } from './act-on-inquiry.js';
import { mayAsk } from './ask-inquiry.js';

interface ReferFacts extends ActingOn {
  /** Null: what was typed was erased. */
  readonly words: InquiryWords | null;
  /** The intake that was begun with it before; null: none, or it was thrown away. */
  readonly draft: Draft | null;
}

async function load(read: Read, subject: z.output<typeof inquirySubject>): Promise<ReferFacts | Refusal> {
  const facts = await loadInquiry(read, subject);
  if (isRefusal(facts)) return facts;
  const { draftId, id } = facts.inquiry;
  const draft = draftId === null ? null : await read.draft(draftId);
  return { ...facts, words: await read.inquiryWords(id), draft: draft?.state === 'discarded' ? null : draft };
}

/** Everything that was filled in, as the intake asks it; the provider that was asked stands chosen. */
const typedFor = (inquiry: Inquiry, words: InquiryWords): Typed => ({
  ...words.typed,
  target: 'pupil',
  schoolForm: inquiry.schoolForm,
  problemDomains: inquiry.problemDomains.join(','),
  wantedForms: inquiry.wantedForms.join(','),
  urgency: inquiry.urgency,
  ...(inquiry.serviceId === null ? {} : { service: inquiry.serviceId }),
});

/** The same trail: what was asked is erased with what is referred. */
function newDraft({ inquiry }: ReferFacts, words: InquiryWords, context: ActionContext): Draft {
  return {
    id: context.newId<DraftId>(),
    trailId: inquiry.trailId,
    personId: context.actor.person.id,
    clbId: inquiry.clbId,
    step: 'describe-pupil',
    tried: [],
    typed: typedFor(inquiry, words),
    state: 'open',
    referralId: null,
    follows: null,
    createdAt: context.now,
    updatedAt: context.now,
    version: 0,
  };
}

/** Aanmelden: an intake with what was asked, in one press and nothing typed again (R1). Pressed again it shows that intake. */
export const referInquiry = action({
  slug: 'refer-inquiry',
  subject: inquirySubject,
  fields: z.object({}),
  load,
  may: (facts, context) => mayAsk(context) ?? mayDo(facts, 'refer', context),
  decide(facts, _fields, context): Outcome | Refusal {
    const { draft: before, words } = facts;
    if (before !== null)
      return {
        reply: before.state === 'open' ? replyAt(before, before.step) : caseCards.draft.shown({ draftId: before.id }),
      };
    if (words === null) return { reply: present(facts) };
    const draft = newDraft(facts, words, context);
    const change = happensTo(facts, { act: 'refer', draftId: draft.id }, context);
    if ('refused' in change) return change;
    return {
      ...keep(draft, {}, context),
      inquiries: [change],
      notices: [
        {
          key: draftPost(draft.id),
          ...caseCards.draft.with({ draftId: draft.id }),
          to: { conversation: context.actor.conversation },
        },
      ],
      // Its message shows the form; the card that was pressed says so, and is no second one.
      reply: { ...present(facts), note: { key: 'form-below' } },
    };
  },
});
