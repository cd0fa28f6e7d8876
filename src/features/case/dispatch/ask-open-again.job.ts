import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import type { Calendar } from '../../../domain/calendar.js';
import { waitlistPost } from '../../../domain/case/posts.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { openAgainAt, openAgainKey, openAgainPost } from '../../../domain/open-again.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import { caseViews } from '../case-views.js';

/** On the day after the last full day, at nine, the provider is asked whether the service is open again (R12). */
export const askOpenAgainDue = (service: Pick<Service, 'id'>, until: LocalDate, calendar: Calendar): Due => ({
  key: openAgainKey(service),
  job: jobNames.askOpenAgain,
  subject: { serviceId: service.id },
  at: openAgainAt(until, calendar),
});

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
          ...caseViews.openAgain.with({ serviceId: service.id, asked: service.fullUntil }),
          to: { organisation: service.organisationId },
        },
      ],
      // No post of a case, and nothing was stored: the last full day is over, so the list no longer says that it is full.
      refresh: [waitlistPost(service.id)],
    };
  },
});
