import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import type { Context } from '../../../contracts/context.js';
import { clbPost, offerPost, waitlistPost } from '../../../domain/case/posts.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';

/** So many referrals in one transaction; the rest follows in the next. */
const atOnce = 200;

interface MovedFacts {
  readonly serviceId: ServiceId;
  readonly shown: readonly ReferralId[];
}

/** The next moment at which the cards that show this service are brought up to date. A later one replaces it and begins anew. */
export const listMoved = (serviceId: ServiceId, at: Date, after: ReferralId | null = null): Due => ({
  key: `service:${serviceId}:list-moved`,
  job: jobNames.waitlistMoved,
  subject: { serviceId, after },
  at,
});

/**
 * Somebody joined a waiting list or left it, or the service stands otherwise: the posts of everybody whose card tells of
 * it follow, so many at a time (R11). The outbox sends only the cards that changed.
 */
export const waitlistMoved = job({
  name: jobNames.waitlistMoved,
  subject: z.object({ serviceId: id<ServiceId>(), after: id<ReferralId>().nullish() }),
  load: async (read, { serviceId, after }): Promise<MovedFacts> => ({
    serviceId,
    shown: await read.shownWithService(serviceId, after ?? null, atOnce),
  }),
  decide({ serviceId, shown }, { now }: Context) {
    const last = shown.at(-1);
    return {
      // Nothing happened to these cases: others moved before them, or their service says otherwise.
      refresh: [waitlistPost(serviceId), ...shown.flatMap((one) => [clbPost(one), offerPost(one, serviceId)])],
      dues: shown.length < atOnce || last === undefined ? [] : [listMoved(serviceId, now, last)],
    };
  },
});
