import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { inquiryForms } from '../../../domain/inquiry/cards.js';
import { doIt, inquirySubject, loadInquiry, mayDo, onCard, type ActingOn } from './act-on-inquiry.js';
import { loadAddressees, rowsToAsk, toAddressee, type Addressees } from './addressees.js';
import { headOf } from './inquiry-words.js';

const subject = inquirySubject.extend({ to: z.string().nullish() });

interface ForwardFacts extends ActingOn, Addressees {
  readonly to: string | null;
}

async function load(
  read: Read,
  { to, ...given }: z.output<typeof subject>,
  context: ActionContext,
): Promise<ForwardFacts | Refusal> {
  const facts = await loadInquiry(read, given);
  if (isRefusal(facts)) return facts;
  return { ...facts, ...(await loadAddressees(read, facts.inquiry, context)), to: to ?? null };
}

/** Aanbieder vragen: the desk passes a question on; a row is the press. Its term begins anew, and who asked reads of whom it is asked now. */
export const forwardInquiry = action({
  slug: 'forward-inquiry',
  subject,
  fields: z.object({}),
  load,
  may: (facts, context) => mayDo(facts, 'forward', context),
  form(facts, context) {
    const press = (to: string) => ({ verb: 'forward-inquiry', data: { ...onCard(facts), to } });
    const without = facts.inquiry.reached ? [facts.inquiry.serviceId] : [];
    return {
      ...headOf(facts, context),
      ...rowsToAsk(facts, { first: null, without, withDesk: false, press }, context),
    };
  },
  decide(facts, _fields, context): Outcome | Refusal {
    const to = toAddressee(facts, facts.to);
    if (to?.serviceId == null) return { reply: inquiryForms.forward.opened(onCard(facts)) };
    return doIt(facts, { act: 'forward', to }, context);
  },
});
