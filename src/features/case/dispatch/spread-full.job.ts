import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import { waitingStates, type ReferralState } from '../../../domain/case/states.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';
import { spreadDue } from './full-service.js';
import { becomingFull } from './hear-full.job.js';

const atOnce = 200;
const concerned: readonly ReferralState[] = [...becomingFull, ...waitingStates, 'full'];

/**
 * A service that is full, or is not full after all: a job gives each of its referrals its own command, in a transaction of
 * its own. It goes on where it stopped, and running it again changes nothing more.
 */
export const spreadFull = job({
  name: jobNames.spreadFull,
  subject: z.object({
    serviceId: id<ServiceId>(),
    marking: z.string(),
    until: z.iso.date().nullable(),
    after: id<ReferralId>().nullable(),
  }),
  async load(read, subject) {
    const ids = await read.referralIdsOf(subject.serviceId, concerned, subject.after, atOnce);
    return { ...subject, ids };
  },
  decide({ ids, ...spread }, { now }) {
    const { serviceId, marking, until } = spread;
    const told: Due[] = ids.map((referralId) => ({
      key: `referral:${referralId}:hear:${marking}`,
      job: jobNames.hearFull,
      subject: { referralId, marking, until },
      at: now,
    }));
    const last = ids.at(-1);
    const more = ids.length === atOnce && last !== undefined;
    return { dues: more ? [...told, spreadDue({ serviceId, marking, until, after: last }, now)] : told };
  },
});
