import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Service } from '../../../domain/organisation.js';
import { mayUseLists, servicesOf } from './list-facts.js';
import { caseForms } from '../case-forms.js';

interface ShowFacts {
  readonly services: readonly Service[];
}

/** Beschikbaarheid: opens what every CLB sees of the actor's service; of several services the form asks which. */
export const showAvailability = action({
  slug: 'show-availability',
  words: { nl: ['beschikbaarheid'], en: ['availability'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async (read, _subject, { actor }): Promise<ShowFacts> => ({ services: await servicesOf(read, actor) }),
  may: ({ services }, { actor }) => mayUseLists(services, actor),
  decide({ services }) {
    const [only, another] = services;
    const subject = only !== undefined && another === undefined ? { serviceId: only.id } : {};
    return { reply: caseForms.setAvailability.opened(subject) };
  },
});
