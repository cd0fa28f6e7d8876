import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import type { CaseChange, CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { caseJobs } from '../../../domain/case/clocks.js';
import { decide, isDenied } from '../../../domain/case/decide/index.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';
import { theClock } from '../case-actor.js';
import { onList } from '../list-changes.js';

interface Loaded {
  readonly facts: CaseFacts;
  /** What else the same worker has on a list of the same CLB. */
  readonly others: readonly Referral[];
}

/**
 * The weeks of one place on a list are over: the CLB's worker is asked about the whole list at once, on one card. Or no
 * answer came: a reminder, then the desk. Silence removes nobody (R11).
 */
export const checkInReferral = job({
  name: caseJobs.checkIn,
  subject: z.object({ referralId: id<ReferralId>() }),
  async load(read, { referralId }): Promise<Loaded | null> {
    const facts = await read.caseOf(referralId);
    if (facts === null) return null;
    const list = await read.waitingOf(facts.referral.referrerId);
    const others = list.map(({ referral }) => referral).filter(({ clbId }) => clbId === facts.referral.clbId);
    return { facts, others: others.filter((one) => one.id !== referralId) };
  },
  decide({ facts, others }, context) {
    const own = actByClock(facts, { act: 'check-in', along: false }, context);
    const isAsked = own.cases?.some(({ events }) => events.some(({ name }) => name === 'check-in-asked')) ?? false;
    if (!isAsked) return own;
    const moment = { ...context, actor: theClock, by: { personId: null, organisationId: null } };
    const along = others.flatMap((referral): CaseChange[] => {
      const events = decide(onList(referral), { act: 'check-in', along: true }, moment);
      return isDenied(events) || events.length === 0 ? [] : [{ id: referral.id, before: referral, events }];
    });
    return { cases: [...(own.cases ?? []), ...along] };
  },
});
