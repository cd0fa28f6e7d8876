import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { jobTo } from '../../../domain/reference-to.js';
import { actByClock } from '../act-on-case.js';

/** One referral hears of a service that would fit. */
export const matchCase = jobTo<{
  readonly referralId: ReferralId;
  readonly serviceId: ServiceId;
  readonly on: LocalDate;
}>('match-case');

/** A pupil who is helped nowhere yet would fit in a service that has room: only the CLB's worker hears it. */
export const matchCaseJob = job({
  name: matchCase.name,
  subject: z.object({ referralId: id<ReferralId>(), serviceId: id<ServiceId>(), on: z.iso.date() }),
  async load(read, { referralId, serviceId, on }) {
    const facts = await read.caseOf(referralId);
    return facts === null ? null : { facts, serviceId, on };
  },
  decide: ({ facts, serviceId, on }, context) => actByClock(facts, { act: 'match', serviceId, on }, context),
});
