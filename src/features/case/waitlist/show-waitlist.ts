import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Outcome } from '../../../contracts/outcome.js';
import { caseCards } from '../../../domain/case/cards.js';
import { waitlistPost } from '../../../domain/case/posts.js';
import type { Service } from '../../../domain/organisation.js';
import { listCards } from './list-cards.js';
import { mayUseLists, providersOf, servicesOf } from './list-facts.js';
import { onlyOne } from '../../../lib/only-one.js';
import { caseViews } from '../case-views.js';

interface ShowFacts {
  readonly services: readonly Service[];
  /** The list of the only service stands in its provider's channel already. */
  readonly stands: boolean;
}

/**
 * Wachtlijst: the list of the provider's service, or a choice when it has several; the desk sees all of them side by
 * side. In the provider's channel the list is there once, and living: it is posted when it was not there yet, otherwise
 * pointed at.
 */
export const showWaitlist = action({
  slug: 'show-waitlist',
  words: { nl: ['wachtlijst', 'wachtlijsten'], en: ['waiting list', 'waiting lists', 'waitlist'] },
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }): Promise<ShowFacts> {
    const services = await servicesOf(read, actor);
    const only = onlyOne(services);
    const stands = only !== null && (await read.hasMessage(waitlistPost(only.id)));
    return { services, stands };
  },
  may: ({ services }, { actor }) => mayUseLists(services, actor),
  decide({ services, stands }, _fields, { actor }): Outcome {
    const [only, another] = services;
    if (only === undefined || another !== undefined) {
      const [first, ...others] = providersOf(actor).map(({ id }) => id);
      return first === undefined
        ? { reply: listCards.sideBySide.shown({}) }
        : { reply: caseViews.waitlists.shown({ organisationId: first, also: others }) };
    }
    const isItsChannel = actor.channel?.organisationId === only.organisationId;
    if (!isItsChannel) return { reply: caseCards.waitlist.shown({ serviceId: only.id }) };
    if (stands) return { reply: caseViews.waitlistStands.shown({ serviceId: only.id }) };
    return { notices: [livingList(only)], reply: { nothing: true } };
  },
});

/** The list itself, by its own key: it is the one that is kept up to date. */
const livingList = (service: Service) => ({
  key: waitlistPost(service.id),
  ...caseCards.waitlist.with({ serviceId: service.id }),
  to: { organisation: service.organisationId },
});
