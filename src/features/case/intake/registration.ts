import type { ActionContext } from '../../../contracts/action.js';
import { clbPost, deskPost, jobNames, type DeskReason } from '../../../contracts/jobs.js';
import type { Due, Notice } from '../../../contracts/outcome.js';
import type { Draft, Trail } from '../../../domain/draft.js';
import type { OrganisationId, ReferralId } from '../../../domain/ids.js';
import { referralFacts, type Answers } from '../../../domain/intake/index.js';
import type { Service } from '../../../domain/organisation.js';
import { heldBecause, step, unanswered, type Referral, type Step } from '../../../domain/case/referral.js';

export const deliverKey = (referral: ReferralId): string => `referral:${referral}:deliver`;

interface Registering {
  readonly answers: Answers;
  readonly service: Service | null;
  readonly draft: Draft;
  readonly trail: Trail;
  /** The referral as it was called back; null the first time. */
  readonly before: Referral | null;
  readonly reference: string;
}

/** The referral as it is registered or held; sent again after a call-back it keeps its row, reference and first date. */
export function registered(given: Registering, context: ActionContext): Step {
  const { answers, service, draft, trail, before } = given;
  const { now } = context;
  const held = heldBecause(answers.region.region, service?.id ?? null, context.settings.deskFirst) !== null;
  const facts = {
    ...referralFacts(answers),
    providerId: service?.organisationId ?? null,
    serviceId: service?.id ?? null,
    deliverAt: held ? null : context.calendar.nextOpening(now),
  };
  if (before !== null) return step(before, held ? 'hold' : 'register', 'clb', facts);
  return {
    referral: {
      id: context.newId(),
      reference: given.reference,
      trailId: trail.id,
      draftId: draft.id,
      clbId: draft.clbId,
      referrerId: draft.personId,
      state: held ? 'held' : 'registered',
      firstRegisteredAt: trail.firstRegisteredAt ?? now,
      registeredAt: now,
      ...unanswered,
      ...facts,
      version: 0,
    },
  };
}

/** The post in the CLB's channel, and what the desk has to look at: it chooses, looks first, or the pupil is under 12 (R8). */
export function noticesOf(referral: Referral, held: DeskReason | null, desk: OrganisationId | null): Notice[] {
  const forDesk = [...(held === null ? [] : [held]), ...(referral.ageBand === 'under-12' ? ['under-12' as const] : [])];
  return [
    {
      key: clbPost(referral.id),
      view: 'referral-post',
      params: { referralId: referral.id },
      to: { organisation: referral.clbId },
    },
    ...(desk === null ? [] : forDesk).map((why) => ({
      key: deskPost(referral.id, why),
      view: 'desk-referral',
      params: { referralId: referral.id, why },
      to: { organisation: desk! },
    })),
  ];
}

/** When the provider gets it; nothing as long as the desk has it. */
export const deliveryDue = (referral: Referral): Due[] =>
  referral.deliverAt === null
    ? []
    : [
        {
          key: deliverKey(referral.id),
          job: jobNames.deliverReferral,
          subject: { referralId: referral.id },
          at: referral.deliverAt,
        },
      ];
