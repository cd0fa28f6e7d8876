import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import { livingPosts } from '../../../contracts/notices.js';
import type { ReferralId } from '../../../domain/ids.js';
import { deliver, deliverAt, loadDelivery } from './deliver.js';

/** Delivers a registered referral while the desk is active; when it turns out to be closed, at its next opening (R4). */
export const deliverReferral = job({
  name: jobNames.deliverReferral,
  subject: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => loadDelivery(read, referralId),
  decide(facts, context) {
    const { now, calendar } = context;
    if (facts.referral.state !== 'registered' || calendar.isOpen(now)) return deliver(facts, 'clock', context);
    const opening = calendar.nextOpening(now);
    const later = { ...facts.referral, deliverAt: opening };
    return {
      changes: [{ put: 'referral', row: later }],
      refresh: livingPosts(later),
      dues: [deliverAt(later, opening)],
    };
  },
});
