import type { Acted } from '../../../contracts/acting.js';
import { loadActed } from '../../../contracts/acting.js';
import { isRefusal } from '../../../contracts/outcome.js';
import type { DeskReason } from '../../../contracts/jobs.js';
import type { Read } from '../../../contracts/read.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Organisation, Person, Service } from '../../../domain/organisation.js';
import { isLive } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import { positionOf } from '../../../domain/waitlist.js';

/** A referral as its referrer sees it: nothing personal of the pupil. */
export interface PostFacts extends Acted {
  /** Null: nobody has chosen yet. */
  readonly service: Service | null;
  readonly provider: Organisation | null;
  readonly clb: Organisation | null;
  readonly referrer: Person | null;
  readonly contactedBy: Person | null;
  /** On the waiting list; null otherwise. */
  readonly position: number | null;
  /** The other referrals of the same trail, oldest first (R12). */
  readonly earlier: readonly Referral[];
  readonly later: readonly Referral[];
}

/** Loads what the cards of the referrer tell; null when the referral does not exist. */
export async function loadPost(read: Read, id: ReferralId): Promise<PostFacts | null> {
  const acted = await loadActed(read, id);
  if (isRefusal(acted)) return null;
  const { referral } = acted;
  const trail = (await read.referrals({ trailId: referral.trailId })).filter((one) => one.id !== id).reverse();
  const list =
    referral.serviceId !== null && referral.state === 'waitlisted' ? await read.waitlist(referral.serviceId) : [];
  return {
    ...acted,
    service: referral.serviceId === null ? null : await read.service(referral.serviceId),
    provider: referral.providerId === null ? null : await read.organisation(referral.providerId),
    clb: await read.organisation(referral.clbId),
    referrer: await read.person(referral.referrerId),
    contactedBy: referral.contactedBy === null ? null : await read.person(referral.contactedBy),
    position: positionOf(list, id),
    earlier: trail.filter((one) => isBefore(one, referral)),
    later: trail.filter((one) => !isBefore(one, referral)),
  };
}

const isBefore = (one: Referral, other: Referral): boolean =>
  one.registeredAt < other.registeredAt ||
  (one.registeredAt.getTime() === other.registeredAt.getTime() && one.reference < other.reference);

/** The referral with which the pupil was referred on and which still counts; null when there is none. */
export const referredOnAs = ({ later }: Pick<PostFacts, 'later'>): Referral | null =>
  later.find(({ state }) => isLive(state)) ?? null;

/** Whether the referrer has something to decide now. */
export const asksChoice = (referral: Referral, referredOn: boolean): boolean =>
  ['waitlist-proposed', 'place-free'].includes(referral.state) ||
  (['full', 'no-match'].includes(referral.state) && !referredOn);

/** Why a referral stands before the desk. */
export const whyHeld = ({ region, serviceId }: Referral): DeskReason =>
  region === 'outside' ? 'outside' : serviceId === null ? 'chooses' : 'looks-first';
