import type { ActionContext } from '../../../contracts/action.js';
import type { CaseChange } from '../../../contracts/case.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { EventBy } from '../../../domain/case/aggregate.js';
import { event } from '../../../domain/case/events.js';
import {
  heldBecause,
  referralFactsSchema,
  type HeldReason,
  type ReferralFacts,
} from '../../../domain/case/referral.js';
import { intakeSteps, type CaseFile, type Draft, type Typed } from '../../../domain/draft.js';
import type { ReferralId } from '../../../domain/ids.js';
import { caseTyped, deskChooses, identityIn, readWho } from '../../../domain/intake/index.js';
import type { Service } from '../../../domain/organisation.js';
import { happens, type ActFacts, type Present } from '../act-on-case.js';
import { regionFor } from './other-offers.js';
import { caseCards } from '../../../domain/case/cards.js';

export const firstChoices = ['withdraw', 'keep'] as const;
/** `over`: it was withdrawn before. */
export type FirstChoice = (typeof firstChoices)[number] | 'over';

/** What making the next referral needs. */
export interface ReferringOn {
  readonly facts: ActFacts;
  readonly caseFile: CaseFile;
  /** Null: the desk chooses. */
  readonly service: Service | null;
  readonly first: FirstChoice;
  readonly reference: string;
}

/** The new referral before it is stored. */
interface Next {
  readonly id: ReferralId;
  readonly facts: ReferralFacts;
  readonly held: HeldReason | null;
}

/** Everything typed goes along, with the new choice; what the first provider wrote stays with the first. */
const typedFor = ({ caseFile, service }: ReferringOn, region: string): Typed => ({
  ...caseTyped(caseFile.typed),
  region,
  service: service?.id ?? deskChooses,
});

/** Only the age may have changed since: it is what it is on the day of this referral. */
function ageBandNow({ facts, caseFile }: ReferringOn, today: string): string | null {
  const who = readWho(caseFile.typed, today);
  return who.ok && who.value.kind === 'pupil' ? who.value.ageBand : facts.referral.ageBand;
}

function nextReferral(given: ReferringOn, context: ActionContext): Next {
  const { facts, service, caseFile, reference } = given;
  const where = regionFor(caseFile.typed, facts.referral, service);
  return {
    id: context.newId(),
    held: heldBecause(where.region, service?.id ?? null, context.settings.deskFirst),
    facts: {
      ...referralFactsSchema.parse(facts.referral),
      ...where,
      reference,
      draftId: context.newId(),
      providerId: service?.organisationId ?? null,
      serviceId: service?.id ?? null,
      ageBand: ageBandNow(given, context.calendar.dayOf(context.now)),
      registeredAt: context.now,
    },
  };
}

/** The new referral's intake, sent already: the source of changing it until delivery (R4). */
const newDraft = ({ id, facts }: Next, typed: Typed, follows: ReferralId, now: Date): Draft => ({
  id: facts.draftId,
  trailId: facts.trailId,
  personId: facts.referrerId,
  clbId: facts.clbId,
  step: 'review-referral',
  tried: intakeSteps,
  typed,
  state: 'sent',
  referralId: id,
  follows,
  createdAt: now,
  updatedAt: now,
  version: 0,
});

/** The new referral as its events make it: registered, and where it comes from. */
function registered(
  { id, facts, held }: Next,
  { facts: first, first: kept }: ReferringOn,
  context: ActionContext,
): CaseChange {
  const { actor, now, calendar } = context;
  const by: EventBy = { at: now, side: 'clb', personId: actor.person.id, organisationId: facts.clbId };
  const deliverAt = held === null ? calendar.nextOpening(now) : null;
  return {
    id,
    before: null,
    events: [
      event('registered', { again: false, held, deliverAt, facts }, by),
      event('referred-on', { to: null, chosen: null, from: first.referral.reference, kept: kept === 'keep' }, by),
    ],
  };
}

/**
 * A new referral in the same trail with everything carried over (R12): it keeps the trail's first registration date, so
 * that the pupil does not go to the back of a list. The first referral is withdrawn or kept, as the worker said.
 */
export function referOn(given: ReferringOn, context: ActionContext, present: Present): Outcome | Refusal {
  const { facts, caseFile, first, service, reference } = given;
  const command = { act: 'refer-on', to: reference, chosen: service?.id ?? deskChooses, first } as const;
  const change = happens(facts, command, context, present);
  if (isRefusal(change)) return change;
  const next = nextReferral(given, context);
  const typed = typedFor(given, next.facts.region);
  const today = context.calendar.dayOf(context.now);
  return {
    cases: [change, registered(next, given, context)],
    changes: [
      {
        put: 'caseFile',
        row: { referralId: next.id, trailId: next.facts.trailId, typed },
        clbId: next.facts.clbId,
        identity: next.facts.target === 'pupil' ? identityIn(caseFile.typed, today) : null,
      },
      { put: 'draft', row: newDraft(next, typed, facts.referral.id, context.now) },
    ],
    reply: { ...caseCards.post.shown({ referralId: next.id }), note: { key: 'referred-on', values: { reference } } },
  };
}
