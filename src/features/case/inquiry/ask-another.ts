import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { InquiryWords } from '../../../contracts/inquiry.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { InquiryId, TrailId } from '../../../domain/ids.js';
import { inquiryCards, inquiryForms } from '../../../domain/inquiry/cards.js';
import { asked } from '../../../domain/inquiry/decide.js';
import { inquiryFactsSchema } from '../../../domain/inquiry/inquiry.js';
import { happensTo, inquirySubject, loadInquiry, mayDo, onCard, present, type ActingOn } from './act-on-inquiry.js';
import { loadAddressees, rowsToAsk, toAddressee, type Addressees } from './addressees.js';
import { mayAsk } from './ask-inquiry.js';
import { headOf } from './inquiry-words.js';

const subject = inquirySubject.extend({ to: z.string().nullish() });

interface AnotherFacts extends ActingOn, Addressees {
  readonly words: InquiryWords | null;
  readonly to: string | null;
}

async function load(
  read: Read,
  { to, ...given }: z.output<typeof subject>,
  context: ActionContext,
): Promise<AnotherFacts | Refusal> {
  const facts = await loadInquiry(read, given);
  if (isRefusal(facts)) return facts;
  const words = await read.inquiryWords(facts.inquiry.id);
  return { ...facts, ...(await loadAddressees(read, facts.inquiry, context)), words, to: to ?? null };
}

/** Iemand anders vragen: the same facts to another provider or the desk; a row is the press. The first question goes on, unless it does not fit: then nothing is left to decide. */
export const askAnother = action({
  slug: 'ask-another',
  subject,
  fields: z.object({}),
  load,
  may: (facts, context) => mayAsk(context) ?? mayDo(facts, 'ask-another', context),
  form(facts, context) {
    const press = (to: string) => ({ verb: 'ask-another', data: { ...onCard(facts), to } });
    const without = [facts.inquiry.serviceId];
    const withDesk = facts.inquiry.serviceId !== null;
    return {
      ...headOf(facts, context),
      ...rowsToAsk(facts, { first: null, without, withDesk, press }, context),
    };
  },
  decide(facts, _fields, context): Outcome | Refusal {
    const { inquiry, words } = facts;
    const to = toAddressee(facts, facts.to);
    if (to === null) return { reply: inquiryForms.another.opened(onCard(facts)) };
    if (words === null) return { reply: present(facts) };
    const { now, actor, calendar } = context;
    const [inquiryId, trailId] = [context.newId<InquiryId>(), context.newId<TrailId>()];
    const whose = { trailId, clbId: inquiry.clbId, askerId: actor.person.id };
    const by = { at: now, side: 'clb', personId: actor.person.id, organisationId: inquiry.clbId } as const;
    const settled = inquiry.state === 'answered' && inquiry.answer === 'misfit';
    const first = settled ? happensTo(facts, { act: 'withdraw' }, context) : null;
    if (first !== null && 'refused' in first) return first;
    const events = asked({ ...inquiryFactsSchema.parse(inquiry), ...whose }, to, words.typed, by, calendar);
    return {
      changes: [{ put: 'trail', row: { id: trailId, firstRegisteredAt: null, createdAt: now, version: 0 } }],
      inquiries: [...(first === null ? [] : [first]), { id: inquiryId, before: null, events }],
      reply: inquiryCards.update.shown({ inquiryId, side: 'clb', what: 'asked' }),
    };
  },
});
