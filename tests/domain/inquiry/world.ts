import type { Side } from '../../../src/domain/case/referral.js';
import { asked, decideInquiry, type Addressee, type InquiryCommand } from '../../../src/domain/inquiry/decide.js';
import type { InquiryEvent } from '../../../src/domain/inquiry/events.js';
import { foldInquiry } from '../../../src/domain/inquiry/evolve.js';
import { inquiryFactsSchema, type Inquiry } from '../../../src/domain/inquiry/inquiry.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { calendar, ids, registeredAt } from '../../support/case.js';

export const id = '14141414-0000-4000-8000-000000000001' as Inquiry['id'];
export const draftId = ids.draft as never;

const facts = inquiryFactsSchema.parse({
  trailId: ids.trail,
  clbId: ids.clb,
  askerId: ids.referrer,
  ageBand: '14-15',
  schoolForm: 'bso',
  region: 'VBO',
  problemDomains: ['emotional'],
  wantedForms: [],
  urgency: 'normal',
});
export const toProvider: Addressee = {
  providerId: ids.provider as never,
  serviceId: ids.service as never,
  reached: true,
};
export const toDesk: Addressee = { providerId: null, serviceId: null, reached: true };

/** What asking leaves, to whom. */
export const asking = (to = toProvider): InquiryEvent[] =>
  asked(
    facts,
    to,
    { question: 'x' },
    { at: registeredAt, side: 'clb', personId: ids.referrer as never, organisationId: ids.clb as never },
    calendar,
  );
export const anInquiry = (to = toProvider): Inquiry => foldInquiry(null, asking(to), id);

export const decide = (one: Inquiry, command: InquiryCommand, side: Side, now = registeredAt) =>
  decideInquiry(one, command, {
    now,
    calendar,
    settings: defaultSettings,
    actor: { sides: [side], isAuthor: false },
    by: { personId: side === 'clock' ? null : (ids.worker as never), organisationId: null },
  });

/** The question after an act that is allowed. */
export function after(one: Inquiry, command: InquiryCommand, side: Side, now = registeredAt): Inquiry {
  const decided = decide(one, command, side, now);
  if ('denied' in decided) throw new Error(decided.denied);
  return foldInquiry(one, decided, id);
}
