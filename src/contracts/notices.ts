import type { LocalDate } from '../domain/local-date.js';
import type { Service } from '../domain/organisation.js';
import type { Referral } from '../domain/referral.js';
import { inOrder } from '../domain/waitlist.js';
import type { Context } from './action.js';
import { clbPost, deskPost, deskReasons, draftPost, jobNames, offerPost, waitlistPost } from './jobs.js';
import type { Due, Notice } from './outcome.js';

/** What can be told in a thread; each has its sentence in texts. */
export type Told = Readonly<Record<string, string | number | null>>;

/**
 * A reply in the CLB's thread that mentions the referrer: what happened to the referral. `what` is an event name
 * (`contacted`, `waitlisted`, …), `data` its codes and dates. One change of a referral is one reply, however often it is repeated.
 */
export const tellReferrer = (referral: Referral, what: string, data: Told = {}): Notice => ({
  key: `referral:${referral.id}:update:${what}:${referral.version}`,
  view: 'referral-update',
  params: { referralId: referral.id, what, data },
  to: { under: clbPost(referral.id) },
  mention: referral.referrerId,
});

/** A reply in the provider's thread, mentioning who has the case on his or her name. Nothing when it was never delivered. */
export const tellProvider = (referral: Referral, what: string, data: Told = {}): Notice[] =>
  referral.serviceId === null || referral.deliveredAt === null
    ? []
    : [
        {
          key: `referral:${referral.id}:offer-update:${what}:${referral.version}`,
          view: 'offer-update',
          params: { referralId: referral.id, what, data },
          to: { under: offerPost(referral.id, referral.serviceId) },
          mention: referral.contactedBy,
        },
      ];

/** The living messages that show a referral: both posts, the receipt, those before the desk and the waiting list, brought up to date after every change. */
export const livingPosts = (referral: Referral): string[] => [
  clbPost(referral.id),
  draftPost(referral.draftId),
  ...(referral.serviceId === null
    ? []
    : [offerPost(referral.id, referral.serviceId), waitlistPost(referral.serviceId)]),
  ...deskReasons.map((why) => deskPost(referral.id, why)),
];

/** The waiting list itself, in the provider's place: it is there as soon as somebody is on it, and lives on. */
export const waitlistNotice = (referral: Pick<Referral, 'serviceId' | 'providerId'>): Notice[] =>
  referral.serviceId === null || referral.providerId === null
    ? []
    : [
        {
          key: waitlistPost(referral.serviceId),
          view: 'service-waitlist',
          params: { serviceId: referral.serviceId },
          to: { organisation: referral.providerId },
        },
      ];

/** The posts of those whose place on the list moves when this one joins or leaves it (R11). */
export function postsBehind(waiting: readonly Referral[], one: Referral): string[] {
  const ordered = inOrder([...waiting.filter(({ id }) => id !== one.id), one]);
  return ordered.slice(ordered.findIndex(({ id }) => id === one.id) + 1).flatMap(livingPosts);
}

/** Key of the moment at which a full service is asked whether it is open again; a service has one such moment. */
export const openAgainKey = ({ id }: Pick<Service, 'id'>): string => `service:${id}:open-again`;

/** Key of the living message that asks whether the service is open again after this day. */
export const openAgainPost = (service: Pick<Service, 'id'>, asked: LocalDate): string =>
  `${openAgainKey(service)}:${asked}`;

/** On the day after the last full day, at nine, the provider is asked whether the service is open again (R12). */
export const askOpenAgain = (
  service: Pick<Service, 'id'>,
  until: LocalDate,
  { calendar }: Pick<Context, 'calendar'>,
): Due => ({
  key: openAgainKey(service),
  job: jobNames.askOpenAgain,
  subject: { serviceId: service.id },
  at: calendar.at(calendar.addDays(until, 1), 9, 0),
});
