import { z } from 'zod';
import { noMatchReasons, outOfOrderReasons, trajectoryOutcomes, withdrawReasons } from '../codes.js';
import type { NoteId, OrganisationId, PersonId, QuestionId, ServiceId } from '../ids.js';
import { eventMaker, eventParser, type EventData, type EventOf } from './aggregate.js';
import { besideStages } from './beside.js';
import { checkInStages } from './check-in.js';
import { questionSides, questionStages } from './question.js';
import {
  askedFactsSchema,
  heldReasons,
  parseReferral,
  referralFactsSchema,
  stateSchema,
  type Referral,
} from './referral.js';
import { referralStates, reminderStages } from './states.js';
import { instant, localDay, storedId } from './values.js';

const nothing = z.object({});

/** Why a correct answer replaces one that was given by mistake. */
export const correctionReasons = ['wrong-button', 'wrong-referral', 'agreed-otherwise'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** Why a post did not reach the provider; as the outbox says it. */
export const notReceivedReasons = ['no-channel', 'suspended', 'gone', 'refused', 'not-delivered', 'other'] as const;
export type NotReceivedReason = (typeof notReceivedReasons)[number];

/** Why somebody is reminded of a referral that stays where it is. */
export const owners = ['clb', 'provider', 'desk'] as const;
export type Owner = (typeof owners)[number];

/** A question that ends: working minutes that the term of who asked stood still, and until when contact is expected now. */
const endOfQuestion = z.object({
  question: storedId<QuestionId>(),
  heldUp: z.number(),
  contactBy: instant.nullable(),
});

/**
 * Everything that can happen to a referral, with the data of each: codes, ids, days, instants and numbers only. Checked
 * when written and when read. The row is the fold of these.
 */
export const caseEventSchemas = {
  /** A row of before there were events, as it stood then: the fold begins here. */
  'carried-over': z.object({ referral: z.unknown().transform((row): Referral => parseReferral(row)) }),
  /** Sent by the referrer, the first time or again after it was called back (R1, R4). */
  registered: z.object({
    again: z.boolean(),
    held: z.enum(heldReasons).nullable(),
    deliverAt: instant.nullable(),
    facts: referralFactsSchema,
  }),
  recalled: nothing,
  /** An answer of the intake was put right after sending; the words stand in the next version of the sealed file. */
  amended: z.object({ field: z.string(), facts: askedFactsSchema }),
  /** The desk chose where it goes. */
  assigned: z.object({
    providerId: storedId<OrganisationId>(),
    serviceId: storedId<ServiceId>(),
    deliverAt: instant,
  }),
  'delivery-postponed': z.object({ deliverAt: instant }),
  /** It left for the provider; `channel` false: the provider is not in Teams yet and the desk phones. */
  dispatched: z.object({ channel: z.boolean() }),
  'not-received': z.object({ reason: z.enum(notReceivedReasons) }),
  /** The provider received it: Teams took the post, or the desk phoned. */
  delivered: z.object({ how: z.enum(['teams', 'phone']), contactBy: instant }),
  reminded: z.object({ stage: z.enum(reminderStages), coordinatorId: storedId<PersonId>().nullable() }),
  contacted: nothing,
  placed: nothing,
  'waitlist-proposed': z.object({ expectedStartOn: localDay.nullable() }),
  waitlisted: z.object({ expectedStartOn: localDay.nullable() }),
  'no-match': z.object({ reason: z.enum(noMatchReasons), note: z.literal('given').nullable() }),
  /**
   * `marking`: the act that said the service is full; `asked`: this very referral was answered with it; `before`: until
   * when the service was full before.
   */
  full: z.object({
    until: localDay.nullable(),
    marking: z.string().nullable(),
    asked: z.boolean(),
    before: localDay.nullable(),
  }),
  /** While it waits, its service was said to be full, or not full after all: it stays on the list. */
  'service-full': z.object({ until: localDay.nullable(), marking: z.string() }),
  'service-not-full': z.object({ marking: z.string() }),
  kept: nothing,
  'place-freed': z.object({ reason: z.enum(outOfOrderReasons).nullable() }),
  'place-confirmed': nothing,
  'start-moved': z.object({ from: localDay.nullable(), to: localDay.nullable() }),
  /** `answer`: the state that is taken back; `state`: what it is again. */
  'answer-undone': z.object({ answer: z.enum(referralStates), back: stateSchema }),
  /** The time in which an answer could be taken back has passed. */
  'undo-ended': nothing,
  'answer-corrected': z.object({ answer: z.enum(referralStates), reason: z.enum(correctionReasons) }),
  withdrawn: z.object({ reason: z.enum(withdrawReasons) }),
  /** Its trajectory ended: with which outcome (R13). */
  completed: z.object({ outcome: z.enum(trajectoryOutcomes) }),
  /** That trajectory goes on after all. */
  reopened: nothing,
  /** On both: the first names the next, the next the first (R12). `chosen`: the service, or that the desk chooses. */
  'referred-on': z.object({
    to: z.string().nullable(),
    chosen: z.string().nullable(),
    from: z.string().nullable(),
    kept: z.boolean(),
  }),
  /** Its owner was reminded that it stays where it is. */
  'followed-up': z.object({ owner: z.enum(owners) }),
  /** One side asks the other something: the words are sealed. */
  'question-asked': z.object({ question: storedId<QuestionId>(), by: z.enum(questionSides), answerBy: instant }),
  'question-answered': endOfQuestion,
  'question-withdrawn': endOfQuestion,
  /** An answer does not come: `to` the side that is to give it. */
  'question-reminded': z.object({
    question: storedId<QuestionId>(),
    stage: z.enum(questionStages),
    to: z.enum(questionSides),
  }),
  /** It ended with what happened to the referral. */
  'question-closed': z.object({ question: storedId<QuestionId>(), reason: z.enum(['withdrawn', 'answered']) }),
  /** The provider tells the CLB how it goes: the words are sealed. */
  'note-left': z.object({ note: storedId<NoteId>() }),
  /** Another referral of the same trail has a place: the CLB is asked whether this one is still needed. */
  'placed-elsewhere': z.object({ reference: z.string() }),
  /** The CLB lets it stand beside that place. */
  'kept-beside': nothing,
  /** That place ended. */
  'place-elsewhere-ended': nothing,
  'beside-reminded': z.object({ stage: z.enum(besideStages) }),
  /** Whether its place on the list is still needed, asked of the CLB together with the rest of the worker's list. */
  'check-in-asked': z.object({ on: localDay }),
  'check-in-reminded': z.object({ stage: z.enum(checkInStages) }),
  /** Still needed. */
  'waiting-confirmed': nothing,
  /** Taken off the list before, and back on it with its place. */
  'returned-to-list': nothing,
  /** The time in which it could come back has passed. */
  'return-ended': nothing,
  /** A service that has room would fit: the CLB's worker is told, with the day under which. */
  'match-found': z.object({ serviceId: storedId<ServiceId>(), on: localDay }),
  /** On a side, somebody else has the case on his or her name from now on. */
  'handed-over': z.object({
    of: z.enum(questionSides),
    from: storedId<PersonId>().nullable(),
    to: storedId<PersonId>(),
  }),
  /** Somebody opened the pupil's data: the read log. */
  'file-opened': z.object({ what: z.string() }),
  /** Everything personal of the pupil was erased: on request, or because its term had passed. */
  erased: z.object({ why: z.enum(['asked', 'term']) }),
} as const;

export type CaseEventName = keyof typeof caseEventSchemas;
export const caseEventNames = Object.keys(caseEventSchemas) as CaseEventName[];
export type CaseEventData<N extends CaseEventName> = EventData<typeof caseEventSchemas, N>;

/** One thing that happened to a referral. */
export type CaseEvent<N extends CaseEventName = CaseEventName> = EventOf<typeof caseEventSchemas, N>;

/** Makes an event of a referral. */
export const event = eventMaker<typeof caseEventSchemas>();

/** Reads the data of a stored event; throws when it is not what such an event holds. */
export const parseEvent = eventParser(caseEventSchemas);
