import { z } from 'zod';
import { eventMaker, eventParser, type Change, type EventOf } from '../case/aggregate.js';
import { owners } from '../case/events.js';
import { instant, storedId } from '../case/values.js';
import { inquiryMisfits } from '../codes.js';
import type { DraftId, OrganisationId, PersonId, ServiceId } from '../ids.js';
import { inquiryAnswers, inquiryFactsSchema, type Inquiry } from './inquiry.js';

const nothing = z.object({});
/** Of whom it is asked; null: of the desk. `reached`: whether that provider has a channel. */
const addressee = {
  providerId: storedId<OrganisationId>().nullable(),
  serviceId: storedId<ServiceId>().nullable(),
  reached: z.boolean(),
};

/** Everything that can happen to a question before referring, with the data of each. Checked when written and when read; the row is their fold. */
export const inquiryEventSchemas = {
  /** What was typed goes along sealed. */
  asked: z.object({ facts: inquiryFactsSchema, ...addressee, nextBy: instant }),
  /** The desk asked a provider. */
  forwarded: z.object({ ...addressee, nextBy: instant }),
  /** The provider has no channel (any more): the desk asks. */
  missed: z.object({ nextBy: instant }),
  /** Also once more, put right; `nextBy`: until when the CLB decides. */
  answered: z.object({ answer: z.enum(inquiryAnswers), reason: z.enum(inquiryMisfits).nullable(), nextBy: instant }),
  withdrawn: nothing,
  /** An intake was begun with it. */
  referred: z.object({ draftId: storedId<DraftId>() }),
  /** Nobody did anything with it for long. */
  lapsed: nothing,
  /** Whoever is to act was reminded. */
  'followed-up': z.object({ owner: z.enum(owners), coordinatorId: storedId<PersonId>().nullable() }),
  /** Another worker of the CLB has it on his or her name now. */
  'handed-over': z.object({ from: storedId<PersonId>(), to: storedId<PersonId>() }),
  erased: nothing,
};

export type InquiryEventName = keyof typeof inquiryEventSchemas;
export type InquiryEvent<N extends InquiryEventName = InquiryEventName> = EventOf<typeof inquiryEventSchemas, N>;
/** What happens to one question before referring: its events, in order; `before` is null for a new one. */
export type InquiryChange = Change<Inquiry, InquiryEvent>;

export const inquiryEvent = eventMaker<typeof inquiryEventSchemas>();
export const parseInquiryEvent = eventParser(inquiryEventSchemas);
