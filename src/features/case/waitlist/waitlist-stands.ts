import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { maySeeService, serviceId } from './list-facts.js';

/** Says that the waiting list stands in this channel already, where it is kept up to date; no second list that goes stale. */
export const waitlistStands = view({
  slug: 'waitlist-stands',
  audience: 'stored',
  params: z.object({ serviceId }),
  load: (read, params) => read.service(params.serviceId),
  may: (service, actor) => maySeeService(service, actor),
  fill: (service, { language }) => ({
    serviceId: service.id,
    title: texts(language)('waitlist.service-waitlist.title', { service: plain(service.name) }),
  }),
  summary: (service, { language }) => texts(language)('waitlist.waitlist-stands.summary', { service: service.name }),
});
