import { view, type ViewContext } from '../../../contracts/action.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import { isLiveInquiry } from '../../../domain/inquiry/inquiry.js';
import { inquiryRights } from '../../../domain/inquiry/policy.js';
import { texts } from '../../../texts/index.js';
import { caseActor } from '../case-actor.js';
import type { CaseCard } from '../card/case-card.js';
import { contactForDesk, contactOf, type Contact } from '../card/people.js';
import { inquirySubject, loadInquiry, partyOf, type ActingOn } from './act-on-inquiry.js';
import { inquiryButtons } from './inquiry-buttons.js';
import { inquiryStrip } from './inquiry-strip.js';
import { askedOf, inquiryFacts, inquiryLine } from './inquiry-words.js';

/** A question before referring: how it stands, about whom in codes, who can be reached, and what may be done. */
export const inquiry = view({
  slug: 'inquiry',
  audience: 'stored',
  params: inquirySubject,
  async load(read, subject): Promise<ActingOn | null> {
    const facts = await loadInquiry(read, subject);
    return 'refused' in facts ? null : facts;
  },
  may: (facts, actor) =>
    'side' in inquiryRights.can(caseActor(actor, partyOf(facts)), 'see', facts.inquiry, facts.inquiry.since)
      ? null
      : { refused: 'not-yours' },
  fill: (facts, context): CaseCard => ({
    strip: inquiryStrip(facts, facts.side, context),
    title: titleOf(facts, context),
    urgent:
      facts.inquiry.urgency === 'urgent' && isLiveInquiry(facts.inquiry)
        ? texts(context.language)('case.card.urgent')
        : null,
    line: inquiryLine(facts.inquiry, context.language),
    figures: null,
    people: peopleOf(facts, context),
    facts: inquiryFacts(facts, context.language),
    notes: [],
    buttons: inquiryButtons(facts, facts.side, context),
  }),
  summary: (facts, context) =>
    texts(context.language)('inquiry.inquiry.summary', {
      about: inquiryLine(facts.inquiry, context.language),
      state: inquiryStrip(facts, facts.side, context).state,
    }),
});

const titleOf = (facts: ActingOn, { language }: ViewContext): string =>
  facts.side === 'clb'
    ? texts(language)('inquiry.inquiry.asked-of', { who: askedOf(facts, language) })
    : texts(language)('inquiry.inquiry.title');

/** Whom this reader may want to call: who answered, or the provider; who asked. */
function peopleOf({ side, ...facts }: ActingOn, { language }: ViewContext): Contact[] {
  const { asker, clb, answeredBy, provider, inquiry: one } = facts as InquiryCase;
  // What the desk wrote down was said by somebody of the provider.
  const contact: typeof contactForDesk = side === 'desk' ? contactForDesk : contactOf;
  const asked = contact(one.noted ? null : answeredBy, provider, language);
  const asks = contact(asker, clb, language);
  const all = side === 'clb' ? [asked] : side === 'desk' ? [asks, asked] : [asks];
  return all.filter((one) => one !== null);
}
