import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import { availabilityOf } from '../../../domain/fit.js';
import { oneStop } from '../../../texts/format.js';
import { availabilityWords } from '../../../texts/availability-words.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { loadList, maySeeService, serviceId } from './list-facts.js';

/** What every CLB sees of a service now. */
export const serviceAvailability = view({
  slug: 'service-availability',
  audience: 'stored',
  params: z.object({ serviceId }),
  load: (read, params) => loadList(read, params.serviceId),
  may: ({ service }, actor) => maySeeService(service, actor),
  fill({ service, list }, { language, calendar, now }) {
    const say = texts(language);
    const today = calendar.dayOf(now);
    const availability = availabilityWords(availabilityOf(service, list.count, today), language, today);
    return {
      serviceId: service.id,
      service: plain(service.name),
      seen: oneStop(say('waitlist.service-availability.seen', { availability: plain(availability) })),
      why: service.waitWeeks === 0 && list.count > 0 ? say('waitlist.service-availability.list-first') : null,
    };
  },
  summary: ({ service }, { language }) =>
    texts(language)('waitlist.service-availability.summary', { service: service.name }),
});
