import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../../contracts/action.js';
import { actsFor } from '../../../contracts/actor.js';
import { chooseOrganisation, forWhom } from '../../../contracts/for-whom.js';
import { id } from '../../../contracts/id.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { domains, schoolForms, urgencies, wantedForms } from '../../../domain/codes.js';
import type { InquiryId, OrganisationId, ServiceId, TrailId } from '../../../domain/ids.js';
import { inquiryCards, inquiryForms } from '../../../domain/inquiry/cards.js';
import type { Organisation } from '../../../domain/organisation.js';
import { asked } from '../../../domain/inquiry/decide.js';
import { codeWord } from '../../../texts/referral-words.js';
import { loadAddressees, rowsToAsk, toAddressee, type Addressees } from './addressees.js';
import { mayKeepWords, wordsFault } from './checked-words.js';
import { codesOf, inquiryFields, sealedOf } from './typed-inquiry.js';

const subject = z.object({
  /** The id the form was given; pressing twice asks once. */
  inquiryId: id<InquiryId>().nullish(),
  /** The service from whose card it was opened: it stands first. */
  serviceId: id<ServiceId>().nullish(),
  /** For which CLB, where somebody works for several. */
  clbId: id<OrganisationId>().nullish(),
  /** The row that was pressed: a service, or the desk. */
  to: z.string().nullish(),
});

interface AskFacts extends Addressees {
  readonly id: InquiryId | null;
  readonly present: InquiryCase | null;
  readonly first: ServiceId | null;
  /** For whom it is asked; null: who acts works for no CLB. */
  readonly clb: Organisation | null;
  readonly to: string | null;
}

async function load(read: Read, given: z.output<typeof subject>, context: ActionContext): Promise<AskFacts | Refusal> {
  const present = given.inquiryId ? await read.inquiry(given.inquiryId) : null;
  if (present !== null && present.inquiry.askerId !== context.actor.person.id) return { refused: 'not-found' };
  const clb = forWhom(context.actor, 'ask-inquiry', given.clbId);
  const first = given.serviceId ?? null;
  if (clb === 'choose') return chooseFirst(first, context);
  const all = await loadAddressees(read, null, context);
  return { ...all, id: given.inquiryId ?? null, present, first, clb, to: given.to ?? null };
}

const chooseFirst = (first: ServiceId | null, { actor }: ActionContext): Refusal => ({
  refused: 'choose-first',
  show: chooseOrganisation.instead({
    for: 'ask-inquiry',
    personId: actor.person.id,
    with: first === null ? {} : { serviceId: first },
  }),
});

/** What the form carries on: from whose card it was opened, and for whom. */
const carriedBy = ({ first, clb }: Pick<AskFacts, 'first' | 'clb'>) => ({
  ...(first === null ? {} : { serviceId: first }),
  ...(clb === null ? {} : { clbId: clb.id }),
});

/** Only a CLB worker asks (R1), and only where nobody reads along. */
export function mayAsk({ actor }: Pick<ActionContext, 'actor'>): Refusal | null {
  if (actor.organisations.length === 0) return { refused: 'not-a-member' };
  if (actsFor(actor, 'clb') === null) return { refused: 'only-clb' };
  return actor.conversation.scope === 'personal' ? null : { refused: 'use-personal' };
}

/**
 * Past dit bij u? A question before referring, with coded facts only and a sentence that is checked like a signal and sealed. Who
 * is asked is a row: that press sends it. Errors: those of its fields, `text-personal`, `to-missing`.
 */
export const askInquiry = action({
  slug: 'ask-inquiry',
  words: { nl: ['vraag', 'past dit', 'past dit bij u', 'vraag vooraf'], en: ['does this fit', 'ask first'] },
  storable: true,
  subject,
  fields: inquiryFields,
  load,
  may: (_facts, context) => mayAsk(context),
  form: formOf,
  decide(facts, typed, context): Outcome | Refusal {
    const { present, id: inquiryId, clb } = facts;
    if (clb === null) return { refused: 'only-clb' };
    const shown = (of: InquiryId) => inquiryCards.update.shown({ inquiryId: of, side: 'clb', what: 'asked' });
    if (present !== null) return { reply: shown(present.inquiry.id) };
    const given = carriedBy(facts);
    if (!mayKeepWords(typed.question, typed.notPersonal, context))
      return { reply: inquiryForms.ask.again(given, { question: 'text-personal' }) };
    const to = toAddressee(facts, facts.to);
    if (inquiryId === null || to === null) return { reply: inquiryForms.ask.again(given, { age: 'to-missing' }) };
    const { now, actor, calendar } = context;
    const trailId = context.newId<TrailId>();
    const whose = { trailId, clbId: clb.id, askerId: actor.person.id };
    const by = { at: now, side: 'clb', personId: actor.person.id, organisationId: clb.id } as const;
    const service = facts.offers.find((one) => one.service.id === to.serviceId)?.service ?? null;
    const events = asked({ ...codesOf(typed, { clb, service }), ...whose }, to, sealedOf(typed), by, calendar);
    return {
      changes: [{ put: 'trail', row: { id: trailId, firstRegisteredAt: null, createdAt: now, version: 0 } }],
      inquiries: [{ id: inquiryId, before: null, events }],
      reply: shown(inquiryId),
    };
  },
});

function formOf(facts: AskFacts, context: ActionContext, filled: Filled) {
  const { language } = context.actor;
  const word = (list: string) => (value: string) => ({ title: codeWord(language, list, value), value });
  const inquiryId = facts.id ?? context.newId<InquiryId>();
  const press = (to: string) => ({ verb: 'ask-inquiry', data: { inquiryId, ...carriedBy(facts), to } });
  const { typed } = filled;
  return {
    ...rowsToAsk(facts, { first: facts.first, press }, context),
    schoolForms: schoolForms.map(word('school-form')),
    problemDomains: domains.map(word('problem-domain')),
    wantedForms: wantedForms.map(word('wanted-form')),
    urgencies: urgencies.map(word('urgency')),
    ...wordsFault('question', filled, context),
    typed: {
      age: typed['age'] ?? null,
      domicile: typed['domicile'] ?? null,
      schoolPlace: typed['schoolPlace'] ?? null,
      schoolForm: typed['schoolForm'] ?? null,
      problemDomains: typed['problemDomains'] ?? null,
      wantedForms: typed['wantedForms'] ?? null,
      urgency: typed['urgency'] ?? 'normal',
      question: typed['question'] ?? null,
      notPersonal: typed['notPersonal'] ?? 'false',
    },
  };
}
