import type { CaseFacts } from '../../../contracts/case.js';
import type { Read } from '../../../contracts/read.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';
import { isLive } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';

/** A referral as its referrer sees it: nothing personal of the pupil. */
export interface PostFacts extends CaseFacts {
  /** The other referrals of the same trail, oldest first (R12). */
  readonly earlier: readonly Referral[];
  readonly later: readonly Referral[];
  /** Others of the trail that still run beside a place that came free or was taken. */
  readonly running: readonly Running[];
}

export interface Running {
  readonly referral: Referral;
  /** The name of its service; null when the desk still chooses. */
  readonly service: string | null;
}

/** Loads what the cards of the referrer tell; null when the referral does not exist. */
export async function loadPost(read: Read, id: ReferralId): Promise<PostFacts | null> {
  const facts = await read.caseOf(id);
  return facts === null ? null : withTrail(read, facts);
}

async function withTrail(read: Read, facts: CaseFacts): Promise<PostFacts> {
  const { referral, trail } = facts;
  return {
    ...facts,
    earlier: trail.filter((one) => isBefore(one, referral)),
    later: trail.filter((one) => !isBefore(one, referral)),
    running: hasPlace(referral) ? await runningIn(read, trail) : [],
  };
}

const hasPlace = ({ state }: Referral): boolean => state === 'placed' || state === 'place-free';

async function runningIn(read: Read, trail: readonly Referral[]): Promise<Running[]> {
  const running: Running[] = [];
  for (const referral of trail.filter(({ state }) => isLive(state)))
    running.push({ referral, service: await serviceName(read, referral.serviceId) });
  return running;
}

const serviceName = async (read: Read, id: ServiceId | null): Promise<string | null> =>
  id === null ? null : ((await read.service(id))?.name ?? null);

const isBefore = (one: Referral, other: Referral): boolean =>
  one.registeredAt < other.registeredAt ||
  (one.registeredAt.getTime() === other.registeredAt.getTime() && one.reference < other.reference);

/** The referral with which the pupil was referred on; null when there is none. */
export const referredOnAs = ({ referral, later }: Pick<PostFacts, 'referral' | 'later'>): Referral | null =>
  later.find(({ state }) => isLive(state)) ?? (referral.referredOn ? (later.at(-1) ?? null) : null);

/** Whether the referrer has something to decide now. */
export const asksChoice = ({ state, referredOn }: Referral): boolean =>
  ['waitlist-proposed', 'place-free'].includes(state) || (['full', 'no-match'].includes(state) && !referredOn);
