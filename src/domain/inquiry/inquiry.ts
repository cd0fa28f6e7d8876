import { z } from 'zod';
import { instant, storedId } from '../case/values.js';
import { domains, inquiryMisfits, schoolForms, urgencies, wantedForms } from '../codes.js';
import type { DraftId, InquiryId, OrganisationId, PersonId, ServiceId, TrailId } from '../ids.js';

/** Every state of a question before referring, in the order of its life. */
export const inquiryStates = ['asked', 'answered', 'referred', 'withdrawn', 'lapsed'] as const;
export type InquiryState = (typeof inquiryStates)[number];

/** States in which somebody owes a next step, by a day. */
export const liveInquiryStates = ['asked', 'answered'] as const satisfies readonly InquiryState[];

/** What can be answered: it fits, it may (call us), it does not, or in words. */
export const inquiryAnswers = ['fits', 'maybe', 'misfit', 'words'] as const;
export type InquiryAnswer = (typeof inquiryAnswers)[number];

/** Who asks about what: codes only. What was typed stands sealed in the timeline, under the key of its own trail. */
export const inquiryFactsSchema = z.object({
  /** The trail that the referral goes on with: what was typed is erased with it. */
  trailId: storedId<TrailId>(),
  clbId: storedId<OrganisationId>(),
  askerId: storedId<PersonId>(),
  ageBand: z.string(),
  schoolForm: z.enum(schoolForms),
  /** `VBO`, `AHV` or `outside` (R7). */
  region: z.string(),
  problemDomains: z.array(z.enum(domains)).readonly(),
  wantedForms: z.array(z.enum(wantedForms)).readonly(),
  urgency: z.enum(urgencies),
  /** Something was asked in words too: sealed, to be read before one answers. Not known of the oldest. */
  worded: z.boolean().default(true),
});
export type InquiryFacts = Readonly<z.infer<typeof inquiryFactsSchema>>;

const kept = {
  id: storedId<InquiryId>(),
  /** Of whom it is asked; null: of the desk. */
  providerId: storedId<OrganisationId>().nullable(),
  serviceId: storedId<ServiceId>().nullable(),
  askedAt: instant,
  /** Since when it is in this state. */
  since: instant,
  /** Whether the provider can be reached in Teams; if not, the desk asks. */
  reached: z.boolean(),
  /** How often its owner was reminded of the present step. */
  nudges: z.number(),
  /** How often it was answered: an answer can be put right. */
  answers: z.number(),
  /** The desk wrote down what the provider answered. */
  noted: z.boolean().default(false),
  /** What was typed was erased. */
  erased: z.boolean(),
  version: z.number(),
};

const none = z.null().default(null);
const answer = z.enum(inquiryAnswers);
const reason = z.enum(inquiryMisfits).nullable();
const answeredOrNot = { answer: answer.nullable(), reason, answeredBy: storedId<PersonId>().nullable() };

/** What each state knows beside; the checks in the database say the same. */
const inState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('asked'), nextBy: instant, answer: none, reason: none, answeredBy: none, draftId: none }),
  z.object({ state: z.literal('answered'), nextBy: instant, ...answeredOrNot, answer, draftId: none }),
  z.object({ state: z.literal('referred'), nextBy: none, ...answeredOrNot, draftId: storedId<DraftId>() }),
  z.object({ state: z.literal('withdrawn'), nextBy: none, ...answeredOrNot, draftId: none }),
  z.object({ state: z.literal('lapsed'), nextBy: none, ...answeredOrNot, draftId: none }),
]);

/** A question before referring (“past dit bij u?”): who asks about what, of whom, and how it stands. */
export type Inquiry = InquiryFacts & Readonly<z.infer<z.ZodObject<typeof kept>>> & Readonly<z.infer<typeof inState>>;

/** Reads a stored question; throws when the row is not one that could have been written. */
export const parseInquiry = (row: unknown): Inquiry => ({
  ...inquiryFactsSchema.parse(row),
  ...z.object(kept).parse(row),
  ...inState.parse(row),
});

export const isLiveInquiry = ({ state }: Pick<Inquiry, 'state'>): boolean =>
  liveInquiryStates.some((one) => one === state);

/** Nothing is asked of its provider any more: what it was about is not that provider's to read any longer. */
export const isOverForProvider = (inquiry: Pick<Inquiry, 'state' | 'answer'>): boolean =>
  !isLiveInquiry(inquiry) || inquiry.answer === 'misfit';

/** Nobody at a provider can answer it: it is the desk's to do. */
export const isAtDesk = ({ serviceId, reached }: Pick<Inquiry, 'serviceId' | 'reached'>): boolean =>
  serviceId === null || !reached;
