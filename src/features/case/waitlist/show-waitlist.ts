import { z } from 'zod';
import { actsFor } from '../../../contracts/actor.js';
import { action } from '../../../contracts/action.js';
import type { Service } from '../../../domain/organisation.js';
import { mayUseLists, servicesOf } from './list-facts.js';

interface ShowFacts {
  readonly services: readonly Service[];
}

/** Wachtlijst: the list of the provider's service, or a choice when it has several; the desk sees all of them. */
export const showWaitlist = action({
  slug: 'show-waitlist',
  words: { nl: ['wachtlijst', 'wachtlijsten'], en: ['waiting list', 'waiting lists', 'waitlist'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async (read, _subject, { actor }): Promise<ShowFacts> => ({ services: await servicesOf(read, actor) }),
  may: ({ services }, { actor }) => mayUseLists(services, actor),
  decide({ services }, _fields, { actor }) {
    const [only, another] = services;
    if (only !== undefined && another === undefined)
      return { reply: { show: 'service-waitlist', with: { serviceId: only.id } } };
    const organisation = actsFor(actor, 'provider') ?? actsFor(actor, 'desk');
    return { reply: { show: 'waitlist-choice', with: { organisationId: organisation?.id ?? null } } };
  },
});
