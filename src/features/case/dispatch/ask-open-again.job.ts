import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { job } from '../../../contracts/action.js';
import { jobNames, waitlistPost } from '../../../contracts/jobs.js';
import { openAgainPost } from '../../../contracts/notices.js';
import type { ServiceId } from '../../../domain/ids.js';
import { isFullOn } from '../../../domain/organisation.js';

/** After the last full day the provider is asked, once, whether the service is open again (R12). */
export const askOpenAgain = job({
  name: jobNames.askOpenAgain,
  subject: z.object({ serviceId: id<ServiceId>() }),
  load: (read, { serviceId }) => read.service(serviceId),
  decide(service, { now, calendar }) {
    if (!service.active || service.fullUntil === null || isFullOn(service, calendar.dayOf(now))) return {};
    return {
      notices: [
        {
          key: openAgainPost(service, service.fullUntil),
          view: 'open-again',
          params: { serviceId: service.id, asked: service.fullUntil },
          to: { organisation: service.organisationId },
        },
      ],
      refresh: [waitlistPost(service.id)],
    };
  },
});
