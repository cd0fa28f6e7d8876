import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { view } from '../../../contracts/action.js';
import type { WaitingCount } from '../../../contracts/case-lists.js';
import type { OrganisationId } from '../../../domain/ids.js';
import { daysBetween } from '../../../domain/local-date.js';
import type { Organisation, Service } from '../../../domain/organisation.js';
import { days } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';

const mostShown = 20;

interface ChoiceFacts {
  readonly organisations: readonly Organisation[];
  readonly lists: readonly { readonly service: Service; readonly waiting: WaitingCount | null }[];
  readonly more: number;
}

/** Which waiting list? The services of a provider or of several, or for the desk all, each with how many wait and how long. */
export const waitlistChoice = view({
  slug: 'waitlist-choice',
  audience: 'stored',
  params: z.object({ organisationId: id<OrganisationId>(), also: z.array(id<OrganisationId>()).default([]) }),
  async load(read, { organisationId, also }): Promise<ChoiceFacts | null> {
    const found = await Promise.all([organisationId, ...also].map((one) => read.organisation(one)));
    const organisations = found.filter((one) => one !== null);
    if (organisations.length === 0) return null;
    const services = organisations.some(({ kind }) => kind === 'desk')
      ? await read.services()
      : (await Promise.all(organisations.map((one) => read.services(one.id)))).flat();
    const shown = services.slice(0, mostShown);
    const counts = await read.waitingCounts(shown.map((service) => service.id));
    const waitingAt = (service: Service) => counts.find(({ serviceId }) => serviceId === service.id) ?? null;
    return {
      organisations,
      lists: shown.map((service) => ({ service, waiting: waitingAt(service) })),
      more: services.length - shown.length,
    };
  },
  may: ({ organisations }, actor) =>
    organisations.every((one) => isOf(actor, one.id)) ? null : { refused: 'only-provider' },
  fill({ lists, more }, { language, calendar, now }) {
    const say = texts(language);
    const counted = ({ count, oldest }: WaitingCount): string =>
      say('waitlist.waitlist-choice.counted', {
        count,
        duration: days(daysBetween(calendar.dayOf(oldest), calendar.dayOf(now)), language),
      });
    return {
      rows: lists.map(({ service, waiting }) => ({
        serviceId: service.id,
        service: plain(service.name),
        counted: waiting === null ? say('waitlist.waitlist-choice.nobody') : counted(waiting),
      })),
      more: more === 0 ? null : say('waitlist.waitlist-choice.more', { count: more }),
    };
  },
  summary: (_facts, { language }) => texts(language)('waitlist.waitlist-choice.summary'),
});
