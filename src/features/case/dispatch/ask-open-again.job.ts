import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import type { Calendar } from '../../../domain/calendar.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { openAgainAt, openAgainKey, openAgainPost } from '../../../domain/open-again.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import { caseViews } from '../case-views.js';
import { listMoved } from '../waitlist/waitlist-moved.job.js';

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
      // The last full day is over: the list and the cards of who was full there no longer say that it is.
      dues: [listMoved(service.id, now)],
    };
  },
});
