import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { ServiceListLine } from '../../../contracts/case-lists.js';
import { confirmedList, listCheckPosts } from '../../../domain/case/service-list.js';
import type { Service } from '../../../domain/organisation.js';
import { listCards } from './list-cards.js';
import { askedOn, maySeeService, serviceId } from './list-facts.js';

interface ConfirmFacts {
  readonly service: Service;
  readonly line: ServiceListLine | null;
  readonly on: string;
}

/** Klopt nog: the whole list holds as it stands, said by the provider or written down by the desk; one press (R11). */
export const confirmList = action({
  slug: 'confirm-list',
  subject: z.object({ serviceId, on: askedOn }),
  fields: z.object({}),
  async load(read, { serviceId: id, on }): Promise<ConfirmFacts | Refusal> {
    const service = await read.service(id);
    const [line] = await read.serviceLists(id);
    return service === null ? { refused: 'not-found' } : { service, line: line ?? null, on };
  },
  may: ({ service }, { actor }) => maySeeService(service, actor),
  decide: ({ service, line, on }, _fields, { now }) => ({
    ...lookedThrough(service, line, on, now),
    reply: listCards.check.shown({ serviceId: service.id, on }),
  }),
});

/** The question that stands under this day is answered; an older card answers nothing. */
export const lookedThrough = (service: Service, line: ServiceListLine | null, on: string, now: Date) =>
  line?.check?.asked?.on === on
    ? {
        changes: [{ put: 'serviceList' as const, row: { serviceId: service.id, listCheck: confirmedList(now) } }],
        refresh: listCheckPosts(service.id, on),
      }
    : {};
