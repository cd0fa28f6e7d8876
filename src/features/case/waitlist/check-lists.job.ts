import { z } from 'zod';
import { job, type Schedule } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import { dueOfList } from '../../../domain/case/service-list.js';

/** Each working day at nine. */
export const checkListsEachDay: Schedule = {
  job: jobNames.checkLists,
  next(now, { calendar }) {
    const today = calendar.at(calendar.dayOf(now), 9, 0);
    return calendar.nextOpening(today > now ? today : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 9, 0));
  },
};

/** Finds the waiting lists of which something is to be asked or reminded of today; each in a transaction of its own. */
export const checkLists = job({
  name: jobNames.checkLists,
  subject: z.object({}),
  load: (read) => read.serviceLists(null),
  decide: (lists, { now, calendar, settings }) => ({
    dues: lists
      .filter(({ service, since, check }) =>
        dueOfList({ serviceId: service.id, since, check }, now, calendar, settings),
      )
      .map(({ service: { id: serviceId } }) => ({
        key: `service:${serviceId}:check-list`,
        job: jobNames.checkList,
        subject: { serviceId },
        at: now,
      })),
  }),
});
