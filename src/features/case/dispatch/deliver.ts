import type { Context } from '../../../contracts/action.js';
import { deskPost, jobNames, offerPost, type DeskReason } from '../../../contracts/jobs.js';
import { livingPosts, tellReferrer } from '../../../contracts/notices.js';
import type { Due, Notice, Outcome } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { OrganisationId, ReferralId } from '../../../domain/ids.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import type { Side } from '../../../domain/case/states.js';
import { step, type Referral } from '../../../domain/case/referral.js';
import { remindKey } from './give-answer.js';

/** A referral that waits for delivery, with what decides how it is delivered. */
export interface DeliveryFacts {
  readonly referral: Referral;
  readonly service: Service;
  /** Whether the provider has linked a place where the offer can stand. */
  readonly hasPlace: boolean;
  readonly deskId: OrganisationId | null;
}

/** Loads what delivery needs; null when the referral is not addressed to a service (any more). */
export async function loadDelivery(read: Read, id: ReferralId): Promise<DeliveryFacts | null> {
  const referral = await read.referral(id);
  const service = referral?.serviceId ? await read.service(referral.serviceId) : null;
  if (referral === null || referral.providerId === null || service === null) return null;
  const hasPlace = (await read.placesOf(referral.providerId)).length > 0;
  return { referral, service, hasPlace, deskId: (await read.organisations('desk'))[0]?.id ?? null };
}

/** Key of the moment at which a referral is delivered (R4). */
export const deliverKey = (referral: Pick<Referral, 'id'>): string => `referral:${referral.id}:deliver`;

export const deliverAt = (referral: Pick<Referral, 'id'>, at: Date): Due => ({
  key: deliverKey(referral),
  job: jobNames.deliverReferral,
  subject: { referralId: referral.id },
  at,
});

/**
 * Puts a registered referral before its provider (R4) and starts the clock until contact (R9). A service that is full
 * today is not asked: the referrer gets the choice at once (R12). Without a linked place the desk is told, and the offer
 * waits until there is one. Gives nothing to do when the referral is not waiting for delivery any more.
 */
export function deliver(facts: DeliveryFacts, by: Extract<Side, 'clock' | 'desk'>, context: Context): Outcome {
  const { referral, service } = facts;
  if (referral.state !== 'registered') return {};
  if (isFullOn(service, context.calendar.dayOf(context.now))) return turnOutFull(referral, service, by);
  const contactBy = context.calendar.addWorkingMinutes(context.now, context.settings.contactWithinMinutes);
  const done = step(referral, 'deliver', by, { deliveredAt: context.now, contactBy });
  if ('refused' in done) return {};
  const next = done.referral;
  return {
    changes: [{ put: 'referral', row: next }],
    happened: [{ referralId: next.id, name: 'delivered', data: { by, contactBy: contactBy.toISOString() } }],
    notices: [
      offerNotice(next, service),
      tellReferrer(next, 'delivered', { contactBy: contactBy.toISOString() }),
      ...(facts.hasPlace ? [] : beforeDesk(next, 'no-place', facts.deskId)),
    ],
    refresh: livingPosts(next),
    dues: [
      {
        key: remindKey(next),
        job: jobNames.remindContact,
        subject: { referralId: next.id, stage: 'provider' },
        at: contactBy,
      },
    ],
    settled: [deliverKey(next)],
  };
}

const offerNotice = (referral: Referral, service: Service): Notice => ({
  key: offerPost(referral.id, service.id),
  view: 'referral-offer',
  params: { referralId: referral.id },
  to: { organisation: service.organisationId },
});

function turnOutFull(referral: Referral, service: Service, by: Side): Outcome {
  const done = step(referral, 'mark-full', by);
  if ('refused' in done) return {};
  const told = { until: service.fullUntil };
  return {
    changes: [{ put: 'referral', row: done.referral }],
    happened: [{ referralId: referral.id, name: 'full', data: { ...told, by } }],
    notices: [tellReferrer(done.referral, 'full', told)],
    refresh: livingPosts(done.referral),
    settled: [deliverKey(referral)],
  };
}

/** A living message before the desk; none when there is no desk yet. */
export const beforeDesk = (referral: Referral, why: DeskReason, deskId: OrganisationId | null): Notice[] =>
  deskId === null
    ? []
    : [
        {
          key: deskPost(referral.id, why),
          view: 'desk-referral',
          params: { referralId: referral.id, why },
          to: { organisation: deskId },
        },
      ];
