import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Outcome } from '../../../contracts/outcome.js';
import type { ServiceListLine } from '../../../contracts/case-lists.js';
import { dueOfList, listCheckPosts } from '../../../domain/case/service-list.js';
import { listCheckNotices } from './list-check-notices.js';
import { serviceId } from './list-facts.js';

/** Asks a provider about a whole list, reminds it once, then puts it before the desk. Run again it does nothing more (R11). */
export const checkList = job({
  name: jobNames.checkList,
  subject: z.object({ serviceId }),
  load: async (read, subject): Promise<ServiceListLine | null> =>
    (await read.serviceLists(subject.serviceId))[0] ?? null,
  decide({ service, since, check: before }, { now, calendar, settings }): Outcome {
    const due = dueOfList({ serviceId: service.id, since, check: before }, now, calendar, settings);
    const on = due?.check.asked?.on;
    if (due === null || on === undefined) return {};
    const { check } = due;
    const old = before?.asked?.on;
    return {
      changes: [{ put: 'serviceList', row: { serviceId: service.id, listCheck: check } }],
      notices: listCheckNotices({ service, check }),
      refresh: [...listCheckPosts(service.id, on), ...(old === undefined ? [] : listCheckPosts(service.id, old))],
    };
  },
});
