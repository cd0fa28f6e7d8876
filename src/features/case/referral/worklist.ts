import type { Read } from '../../../contracts/read.js';
import type { DeskReason } from '../../../contracts/jobs.js';
import type { Draft } from '../../../domain/draft.js';
import type { PersonId } from '../../../domain/ids.js';
import { isUntouched } from '../../../domain/intake/index.js';
import type { Organisation, Service } from '../../../domain/organisation.js';
import { isLive, referralStates, type ReferralState } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import { asksChoice, whyHeld } from './post-facts.js';

/** Why something stands where it stands on a list; the order in which they are told. */
export const ranks = ['choose', 'draft', 'late', 'look', 'open'] as const;
export type Rank = (typeof ranks)[number];

/** One line of a list: a referral, or an intake under way (steps and dates only). */
export type Line =
  | { readonly kind: 'referral'; readonly rank: Rank; readonly referral: Referral; readonly why: DeskReason | null }
  | { readonly kind: 'draft'; readonly rank: Rank; readonly draft: Draft; readonly reference: string | null };

export interface Worklist {
  /** All of one kind. */
  readonly organisations: readonly Organisation[];
  readonly lines: readonly Line[];
  readonly services: ReadonlyMap<string, Service>;
  /** Messages that could not be delivered; for the desk only. */
  readonly undelivered: number;
}

const mostListed = 1000;
const openStates: readonly ReferralState[] = referralStates.filter((state) => state !== 'withdrawn');
const withProvider: readonly ReferralState[] = [
  'delivered',
  'contacted',
  'waitlist-proposed',
  'waitlisted',
  'place-free',
  'placed',
];

const isLate = ({ state, contactBy }: Referral, now: Date): boolean =>
  state === 'delivered' && contactBy !== null && contactBy < now;

/** What waits for these organisations, first what waits for their choice or is late; of one person when `personId` is given. */
export async function loadWorklist(
  read: Read,
  organisations: readonly Organisation[],
  personId: PersonId | null,
  now: Date,
): Promise<Worklist> {
  const lines: Line[] = [];
  for (const organisation of organisations) lines.push(...(await linesFor(read, organisation, personId, now)));
  const services = new Map<string, Service>();
  for (const id of new Set(lines.map((line) => (line.kind === 'referral' ? line.referral.serviceId : null)))) {
    const service = id === null ? null : await read.service(id);
    if (service !== null) services.set(service.id, service);
  }
  const isDesk = organisations.some(({ kind }) => kind === 'desk');
  const undelivered = isDesk ? (await read.undelivered()).length : 0;
  return { organisations, lines: ordered(lines), services, undelivered };
}

function linesFor(read: Read, organisation: Organisation, personId: PersonId | null, now: Date): Promise<Line[]> {
  if (organisation.kind === 'provider') return linesOfProvider(read, organisation, now);
  return organisation.kind === 'desk' ? linesOfDesk(read, now) : linesOfClb(read, organisation, personId, now);
}

async function linesOfClb(read: Read, { id }: Organisation, personId: PersonId | null, now: Date): Promise<Line[]> {
  const mine = personId === null ? { clbId: id } : { clbId: id, referrerId: personId };
  const referrals = await read.referrals({ ...mine, states: openStates, limit: mostListed });
  const drafts = personId === null ? [] : (await read.draftsOf(personId)).filter((draft) => isListed(draft, id));
  const changing = drafts.map(({ referralId }) => referralId);
  return [
    ...referrals
      .filter((one) => !changing.includes(one.id) && !isSettled(one, referrals))
      .map((referral) => line(referral, rankForClb(referral, referrals, now))),
    ...drafts.map((draft) => ({
      kind: 'draft' as const,
      rank: 'draft' as const,
      draft,
      reference: referrals.find(({ id: one }) => one === draft.referralId)?.reference ?? null,
    })),
  ];
}

const isListed = (draft: Draft, clbId: Organisation['id']): boolean => draft.clbId === clbId && !isUntouched(draft);

const line = (referral: Referral, rank: Rank, why: DeskReason | null = null): Line => ({
  kind: 'referral',
  rank,
  referral,
  why,
});

const isReferredOn = (referral: Referral, all: readonly Referral[]): boolean =>
  all.some((one) => one.trailId === referral.trailId && isLive(one.state) && one.registeredAt > referral.registeredAt);

/** Nothing happens with it any more: it did not match and the pupil was referred on (R12). */
const isSettled = (referral: Referral, all: readonly Referral[]): boolean =>
  referral.state === 'no-match' && isReferredOn(referral, all);

function rankForClb(referral: Referral, all: readonly Referral[], now: Date): Rank {
  if (asksChoice(referral, isReferredOn(referral, all))) return 'choose';
  return isLate(referral, now) ? 'late' : 'open';
}

async function linesOfProvider(read: Read, { id }: Organisation, now: Date): Promise<Line[]> {
  const referrals = await read.referrals({ providerId: id, states: withProvider, limit: mostListed });
  return referrals
    .filter(({ deliveredAt }) => deliveredAt !== null)
    .map((referral) => line(referral, rankForProvider(referral, now)));
}

const rankForProvider = (referral: Referral, now: Date): Rank =>
  isLate(referral, now) ? 'late' : ['delivered', 'contacted'].includes(referral.state) ? 'look' : 'open';

/** The desk: what it holds itself, and where contact does not come (R9). */
async function linesOfDesk(read: Read, now: Date): Promise<Line[]> {
  const held = await read.referrals({ states: ['held'], limit: mostListed });
  const delivered = await read.referrals({ states: ['delivered'], limit: mostListed });
  return [
    ...held.map((referral) => line(referral, 'look', whyHeld(referral))),
    ...delivered.filter((one) => isLate(one, now)).map((referral) => line(referral, 'late', 'overdue')),
  ];
}

const since = (one: Line): number => (one.kind === 'draft' ? one.draft.updatedAt : one.referral.registeredAt).getTime();

/** By rank; the late ones and those to look at oldest first, the others newest first. */
const ordered = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => {
    const byRank = ranks.indexOf(a.rank) - ranks.indexOf(b.rank);
    const oldestFirst = a.rank === 'late' || a.rank === 'look';
    return byRank || (oldestFirst ? since(a) - since(b) : since(b) - since(a));
  });
