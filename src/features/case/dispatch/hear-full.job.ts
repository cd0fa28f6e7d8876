import { z } from 'zod';
import { job, type Context } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Outcome } from '../../../contracts/outcome.js';
import { postKeysOf } from '../../../domain/case/posts.js';
import { isWaiting, type ReferralState } from '../../../domain/case/states.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';

/** The referrals that become full together with their service (R12); who waits on the list already stays on it. */
export const becomingFull: readonly ReferralState[] = [
  'registered',
  'dispatched',
  'to-phone',
  'delivered',
  'contacted',
  'waitlist-proposed',
];

interface Heard {
  readonly facts: CaseFacts;
  readonly marking: string;
  readonly until: string | null;
}

/** Whether the referral heard this already: the process may run again. */
const has = ({ facts, marking }: Heard, name: string): boolean =>
  facts.history.some((one) => one.name === name && one.data['marking'] === marking);

/** What one referral hears of its service: that it is full, or is not full after all; its posts show it. */
export const hearFull = job({
  name: jobNames.hearFull,
  subject: z.object({ referralId: id<ReferralId>(), marking: z.string(), until: z.iso.date().nullable() }),
  async load(read, { referralId, marking, until }): Promise<Heard | null> {
    const facts = await read.caseOf(referralId);
    return facts === null ? null : { facts, marking, until };
  },
  decide(heard, context): Outcome {
    const { referral, service } = heard.facts;
    const isStillSo = service?.fullUntil === heard.until;
    if (heard.until !== null && isStillSo) return full(heard, heard.until, context);
    if (heard.until === null && has(heard, isWaiting(referral.state) ? 'service-full' : 'full'))
      return open(heard, context);
    return { refresh: postKeysOf(referral) };
  },
});

function full(heard: Heard, until: string, context: Context): Outcome {
  const { facts, marking } = heard;
  if (becomingFull.includes(facts.referral.state))
    return actByClock(facts, { act: 'mark-full', until, marking, asked: false }, context);
  if (isWaiting(facts.referral.state) && !has(heard, 'service-full'))
    return actByClock(facts, { act: 'hear-full', until, marking }, context);
  return { refresh: postKeysOf(facts.referral) };
}

/** What became full with this marking is as it was, unless the referrer has decided since. */
function open(heard: Heard, context: Context): Outcome {
  const { facts, marking } = heard;
  if (isWaiting(facts.referral.state))
    return has(heard, 'service-not-full') ? {} : actByClock(facts, { act: 'hear-open', marking }, context);
  const isOwn =
    facts.referral.state === 'full' &&
    facts.history.findLast(({ name }) => name === 'full')?.data['marking'] === marking;
  return isOwn ? actByClock(facts, { act: 'undo' }, context) : {};
}
