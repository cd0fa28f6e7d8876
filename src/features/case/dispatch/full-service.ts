import type { ActionContext } from '../../../contracts/action.js';
import { waitlistPost } from '../../../contracts/jobs.js';
import { askOpenAgain, livingPosts, tellReferrer } from '../../../contracts/notices.js';
import type { Notice, Outcome } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Service } from '../../../domain/organisation.js';
import type { ReferralState, Side } from '../../../domain/case/states.js';
import { answer, type Referral } from '../../../domain/case/referral.js';
import { waitingStates } from '../../../domain/waitlist.js';
import { noted, notedByDesk, remindKey } from './give-answer.js';

/** The referrals that become full together with their service (R12); who waits on the list already stays on it. */
export const becomingFull = ['registered', 'delivered', 'contacted', 'waitlist-proposed'] as const;
const concerned: readonly ReferralState[] = [...becomingFull, ...waitingStates];
const everyOne = 10_000;

/** Every referral of the service that must hear that it is full. */
export const concernedBy = (read: Read, service: Service): Promise<Referral[]> =>
  read.referrals({ serviceId: service.id, states: concerned, limit: everyOne });

interface Marking {
  readonly service: Service;
  readonly referrals: readonly Referral[];
  readonly until: LocalDate;
  readonly side: Extract<Side, 'provider' | 'desk'>;
}

/**
 * Volzet until a date (R12): the service shows as full to everybody, each open referral becomes full under one undo
 * group, each referrer is told and chooses; on the day after, the provider is asked whether it is open again.
 */
export function markServiceFull({ service, referrals, until, side }: Marking, context: ActionContext): Outcome {
  const group = context.newId<string>();
  const by = { now: context.now, person: context.actor.person.id, group, fullUntil: service.fullUntil };
  const told = { until, ...noted(side) };
  const full = referrals.flatMap((referral) => {
    const done = answer(referral, 'mark-full', side, by);
    return 'referral' in done ? [done.referral] : [];
  });
  const waiting = referrals.filter(({ state }) => waitingStates.some((one) => one === state));
  return {
    changes: [
      { put: 'service', row: { ...service, fullUntil: until } },
      ...full.map((row) => ({ put: 'referral', row }) as const),
    ],
    happened: [...full.map(({ id }) => ({ referralId: id, name: 'full', data: told }))],
    notices: [
      ...full.flatMap((next) => [tellReferrer(next, 'full', told), ...notedByDesk(next, side)]),
      ...waiting.map((one) => aboutService(one, 'service-full', group, { until })),
    ],
    refresh: [waitlistPost(service.id), ...[...full, ...waiting].flatMap(livingPosts)],
    settled: full.map(remindKey),
    dues: [askOpenAgain(service, until, context)],
  };
}

/** A reply in the thread of a referral that does not change itself: its key goes by the group. */
export function aboutService(
  referral: Referral,
  what: string,
  group: string,
  data: Readonly<Record<string, string>>,
): Notice {
  const notice = tellReferrer(referral, what, data);
  return { ...notice, key: `${notice.key}:${group}` };
}
