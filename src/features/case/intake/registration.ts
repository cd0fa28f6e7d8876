import type { ActionContext } from '../../../contracts/action.js';
import type { CaseChange, CaseFacts } from '../../../contracts/case.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { event } from '../../../domain/case/events.js';
import { heldBecause, type HeldReason, type ReferralFacts } from '../../../domain/case/referral.js';
import type { Draft, Trail } from '../../../domain/draft.js';
import { askedFacts, type Answers } from '../../../domain/intake/index.js';
import type { Service } from '../../../domain/organisation.js';
import { happens, type Present } from '../act-on-case.js';

/** What a referral is made of when it is sent. */
export interface Registering {
  readonly answers: Answers;
  /** Null: the desk chooses. */
  readonly service: Service | null;
  readonly draft: Draft;
  readonly trail: Trail;
  /** The referral as it was called back; null the first time. */
  readonly before: CaseFacts | null;
  /** For the first time only. */
  readonly reference: string;
}

/** What it is about; sent again after a call-back it keeps its reference and its dates. */
function factsOf({ answers, service, draft, trail, before, reference }: Registering, now: Date): ReferralFacts {
  const { referral } = before ?? { referral: null };
  return {
    ...askedFacts(answers),
    reference: referral?.reference ?? reference,
    trailId: trail.id,
    draftId: draft.id,
    clbId: draft.clbId,
    referrerId: draft.personId,
    providerId: service?.organisationId ?? null,
    serviceId: service?.id ?? null,
    firstRegisteredAt: referral?.firstRegisteredAt ?? trail.firstRegisteredAt ?? now,
    registeredAt: referral?.registeredAt ?? now,
  };
}

/** A referral that was not there before: registered, or held while the desk comes first (R1, R4, R7). */
function registeredFirst(facts: ReferralFacts, held: HeldReason | null, context: ActionContext): CaseChange {
  const { now, calendar, actor } = context;
  const by = { at: now, side: 'clb', personId: actor.person.id, organisationId: facts.clbId } as const;
  const deliverAt = held === null ? calendar.nextOpening(now) : null;
  return {
    id: context.newId(),
    before: null,
    events: [event('registered', { again: false, held, deliverAt, facts }, by)],
  };
}

/** What sending comes to: a new referral, or the one that was called back, sent again (R4). */
export function register(given: Registering, context: ActionContext, receipt: Present): CaseChange | Refusal {
  const facts = factsOf(given, context.now);
  const held = heldBecause(facts.region, facts.serviceId, context.settings.deskFirst);
  return given.before === null
    ? registeredFirst(facts, held, context)
    : happens(given.before, { act: 'resend', facts, held }, context, receipt);
}
