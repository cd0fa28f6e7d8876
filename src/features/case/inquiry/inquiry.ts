import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { ServiceId } from '../../../domain/ids.js';
import { isLiveInquiry } from '../../../domain/inquiry/inquiry.js';
import { inquiryRights } from '../../../domain/inquiry/policy.js';
import { texts } from '../../../texts/index.js';
import { caseActor } from '../case-actor.js';
import type { CaseCard } from '../card/case-card.js';
import { contactForDesk, contactOf, type Contact } from '../card/people.js';
import { inquirySubject, isClosedFor, loadInquiry, partyOf, readBy, type ActingOn } from './act-on-inquiry.js';
import { inquiryButtons } from './inquiry-buttons.js';
import { inquiryStrip } from './inquiry-strip.js';
import { askedOf, inquiryFacts, readableLine } from './inquiry-words.js';

const params = inquirySubject.extend({ of: id<ServiceId>().optional() });

/** A question before referring: how it stands, about whom in codes, who can be reached, and what may be done. */
export const inquiry = view({
  slug: 'inquiry',
  audience: 'stored',
  params,
  async load(read, { of, ...subject }, { actor }): Promise<ActingOn | null> {
    const found = await loadInquiry(read, subject);
    if ('refused' in found) return null;
    const facts = readBy(found, actor);
    return { ...facts, isElsewhere: of !== undefined && of !== facts.inquiry.serviceId };
  },
  may: (facts, actor) =>
    'side' in inquiryRights.can(caseActor(actor, partyOf(facts)), 'see', facts.inquiry, facts.inquiry.since)
      ? null
      : { refused: 'not-yours' },
  fill(facts, context): CaseCard {
    const isClosed = isClosedFor(facts);
    return {
      strip: stripOf(facts, context),
      title: titleOf(facts, context),
      urgent:
        facts.inquiry.urgency === 'urgent' && isLiveInquiry(facts.inquiry) && !isClosed
          ? texts(context.language)('case.card.urgent')
          : null,
      line: readableLine(facts, context),
      figures: null,
      people: peopleOf(facts, context),
      facts: isClosed ? [] : inquiryFacts(facts, context.language),
      notes: [],
      buttons: facts.isElsewhere ? [] : inquiryButtons(facts, facts.side, context),
    };
  },
  summary: (facts, context) =>
    texts(context.language)('inquiry.inquiry.summary', {
      about: readableLine(facts, context),
      state: stripOf(facts, context).state,
    }),
});

const stripOf = (facts: ActingOn, context: ViewContext): Strip =>
  facts.isElsewhere
    ? {
        ...looks.closed,
        state: texts(context.language)('inquiry.state.elsewhere'),
        next: texts(context.language)('inquiry.next.elsewhere'),
      }
    : inquiryStrip(facts, facts.side, context);

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
