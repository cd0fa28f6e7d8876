import type { OrganisationId, PersonId, ReferralId, ServiceId } from '../ids.js';
import { caseCards } from './cards.js';
import { isCheckedNow, isUnconfirmed } from './check-in.js';
import { mostNudges } from './clocks.js';
import { isKnownToProvider } from './policy.js';
import { openAgainPost } from '../open-again.js';
import type { LocalDate } from '../local-date.js';
import type { Service } from '../organisation.js';
import { checkInPost, clbPost, deskPost, draftPost, matchPost, offerPost, waitlistPost } from './post-keys.js';
import { questionPosts } from './question-messages.js';
import { heldBecause, type Referral } from './referral.js';
import { isLive, isUnderway, isWaiting } from './states.js';
import type { PostKey } from '../reference-to.js';
import type { ViewSlug } from '../reference-to.js';

export * from './post-keys.js';

/** Where a message of a case goes; `desk`: whoever is the desk. */
export type CaseTo =
  | { readonly organisation: OrganisationId }
  | { readonly person: PersonId }
  | { readonly desk: true }
  | { readonly under: string };

/** What the outbox does when Teams has taken a message for the first time, or will not take it. */
export interface Receipt {
  /** Null: that it was taken changes nothing. */
  readonly accepted: string | null;
  readonly failed: string;
}
/** Jobs that the outbox starts when the offer was received, or will not be. */
export const offerReceipt = { accepted: 'receive-referral', failed: 'miss-referral' } as const satisfies Receipt;

/** A message of a case. `key` names it for ever: the same key is the same message. Ids and codes only. */
export interface CaseMessage {
  readonly key: string;
  readonly view: ViewSlug;
  readonly params: object;
  readonly to: CaseTo;
  readonly mention: PersonId | null;
  /** It shows the present state, and is brought up to date with it. */
  readonly living: boolean;
  /** Sent at once also to who wants to read things later. */
  readonly urgent?: boolean;
  readonly receipt: Receipt | null;
}

/** A living message: it is brought up to date by its key. */
export interface CasePost extends CaseMessage {
  readonly key: PostKey;
}

/** Why a referral stands before the desk; the order in which they are told. */
export const deskReasons = [
  'outside',
  'chooses',
  'looks-first',
  'under-12',
  'no-channel',
  'overdue',
  'question',
  'beside',
  'unconfirmed',
  'left',
] as const;
export type DeskReason = (typeof deskReasons)[number];

/** Every reason for which a referral stands before the desk now; none: the desk has nothing to do with it. */
export function deskReasonsOf(referral: Referral): DeskReason[] {
  const { state, region, serviceId, ageBand } = referral;
  const is: Readonly<Record<DeskReason, boolean>> = {
    outside: state === 'held' && region === 'outside',
    chooses: state === 'held' && heldBecause(region, serviceId, true) === 'chooses',
    'looks-first': state === 'held' && heldBecause(region, serviceId, true) === 'looks-first',
    'under-12': ageBand === 'under-12' && (state === 'held' || state === 'registered'),
    'no-channel': state === 'to-phone',
    overdue: state === 'delivered' && referral.reminded === 'desk',
    question: referral.questions.some(({ reminded }) => reminded === 'desk'),
    beside: isLive(state) && referral.besidePlace?.reminded === 'desk' && !referral.besidePlace.kept,
    unconfirmed: isUnconfirmed(referral),
    left: referral.nudges >= mostNudges,
  };
  return deskReasons.filter((reason) => is[reason]);
}

const message = (
  key: PostKey,
  card: { readonly view: ViewSlug; readonly params: object },
  to: CaseTo,
  more: Partial<Pick<CaseMessage, 'mention' | 'living' | 'receipt'>> = {},
): CasePost => ({ key, ...card, to, mention: null, living: true, receipt: null, ...more });

/** Whether the provider has, or is to get, a post of its own. */
const isOffered = (referral: Referral): boolean => isUnderway(referral.state) || isKnownToProvider(referral);

/** The waiting list itself, in the provider's channel: there as soon as somebody is on it. */
const listPost = (serviceId: ServiceId, providerId: OrganisationId): CasePost =>
  message(waitlistPost(serviceId), caseCards.waitlist.with({ serviceId }), { organisation: providerId });

/** The card that asks the worker about the whole list, and the same once more when no answer came. */
function checkInPosts({ referrerId: personId, listCheck, state }: Referral): CasePost[] {
  const asked = listCheck?.asked ?? null;
  if (asked === null || !isCheckedNow({ state, listCheck })) return [];
  const { on, reminded } = asked;
  const to = { person: personId };
  const first = message(checkInPost(personId, on), caseCards.checkIn.with({ personId, on }), to);
  if (reminded === null) return [first];
  return [first, message(checkInPost(personId, on, true), caseCards.checkIn.with({ personId, on, again: 'yes' }), to)];
}

/** The card that tells the worker of a service that would fit. */
function matchPosts({ referrerId: personId, match }: Referral): CasePost[] {
  if (match === null) return [];
  const { serviceId, on } = match;
  const card = caseCards.match.with({ personId, serviceId, on });
  return [message(matchPost(personId, serviceId, on), card, { person: personId })];
}

/** Every living card that shows this referral and must be there: the platform makes what is missing. Pure. */
export function postsOf(referral: Referral): CasePost[] {
  const { id, clbId, providerId, serviceId, state } = referral;
  const of: { readonly referralId: ReferralId } = { referralId: id };
  const posts = [message(clbPost(id), caseCards.post.with(of), { organisation: clbId })];
  if (providerId !== null && serviceId !== null && isOffered(referral)) {
    const to = { organisation: providerId };
    posts.push(message(offerPost(id, serviceId), caseCards.offer.with(of), to, { receipt: offerReceipt }));
    if (isWaiting(state)) posts.push(listPost(serviceId, providerId));
  }
  posts.push(...questionPosts(referral), ...checkInPosts(referral), ...matchPosts(referral));
  if (deskReasonsOf(referral).length > 0)
    posts.push(message(deskPost(id), caseCards.beforeDesk.with(of), { desk: true }));
  return posts;
}

/** Keys of all living cards that may show this referral: what is refreshed when it changes. Unknown keys are ignored. */
export const postKeysOf = ({ id, draftId, serviceId, referrerId, listCheck, match }: Referral): PostKey[] => [
  clbPost(id),
  deskPost(id),
  draftPost(draftId),
  ...(serviceId === null ? [] : [offerPost(id, serviceId), waitlistPost(serviceId)]),
  ...checkInKeys(referrerId, listCheck?.asked?.on ?? null),
  ...(match === null ? [] : [matchPost(referrerId, match.serviceId, match.on)]),
];

const checkInKeys = (person: PersonId, on: LocalDate | null): PostKey[] =>
  on === null ? [] : [checkInPost(person, on), checkInPost(person, on, true)];

/** Keys of the living cards that tell of a service itself: its list, and the question whether it is open again. */
export const postKeysOfService = ({ id, fullUntil }: Pick<Service, 'id' | 'fullUntil'>): PostKey[] => [
  waitlistPost(id),
  ...(fullUntil === null ? [] : [openAgainPost({ id }, fullUntil)]),
];
