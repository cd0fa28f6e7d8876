import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { ServiceListLine } from '../../../contracts/case-lists.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { checkInStrip } from '../card/check-in-on-case.js';
import { contactForDesk } from '../card/people.js';
import type { Organisation } from '../../../domain/organisation.js';
import { askedOn, loadList, maySeeService, perPage, serviceId, type ListFacts } from './list-facts.js';
import { rowOf } from './waitlist-row.js';

interface CheckFacts extends ListFacts {
  readonly line: ServiceListLine | null;
  readonly provider: Organisation | null;
  readonly on: string;
  readonly to: 'again' | 'desk' | null;
}

/** Whether the list still waits for an answer under the day of this card. */
const isOpen = ({ line, on }: CheckFacts): boolean => line?.check?.asked?.on === on;

/**
 * Asks a provider whether a whole waiting list still holds: the expected starts, a place that came free (R11). One card in
 * its channel; the next one takes its place. When no answer comes, the same card stands before the desk.
 */
export const listCheck = view({
  slug: 'list-check',
  audience: 'stored',
  params: z.object({ serviceId, on: askedOn, to: z.enum(['again', 'desk']).optional().catch(undefined) }),
  async load(read, { serviceId: id, on, to }): Promise<CheckFacts | null> {
    const list = await loadList(read, id);
    if (list === null) return null;
    const [line] = await read.serviceLists(id);
    const provider = await read.organisation(list.service.organisationId);
    return { ...list, line: line ?? null, provider, on, to: to ?? null };
  },
  may: ({ service }, actor) => maySeeService(service, actor),
  fill(facts, context) {
    const { service, list, provider, on, to } = facts;
    const say = texts(context.language);
    const open = isOpen(facts);
    const { first } = list;
    const free = open && to !== 'desk' && first !== null ? first : null;
    return {
      serviceId: service.id,
      on,
      strip: stripOf(facts, context),
      title: say('waitlist.service-waitlist.title', { service: plain(service.name) }),
      people: to === 'desk' && open && provider !== null ? [contactForDesk(null, provider, context.language)] : [],
      rows: open ? list.rows.map((one, index) => rowOf(one, index + 1, context)) : [],
      more: open && list.count > perPage ? say('waitlist.list-check.more', { count: list.count - perPage }) : null,
      open,
      freeId: free?.id ?? null,
      freeRound: free?.round ?? null,
      free: free === null ? null : say('waitlist.service-waitlist.free-for', { reference: free.reference }),
    };
  },
  summary: ({ service, list }, { language }) =>
    texts(language)('waitlist.list-check.summary', { service: service.name, count: list.count }),
});

/** Until when an answer is expected, and of whom; afterwards that it was looked through, or is asked on a newer card. */
function stripOf(facts: CheckFacts, context: ViewContext): Strip {
  const say = texts(context.language);
  const asked = facts.line?.check?.asked ?? null;
  if (asked === null || facts.line === null)
    return { ...looks.over, state: say('waitlist.list-check.done'), next: say('waitlist.list-check.nothing') };
  if (!isOpen(facts))
    return { ...looks.over, state: say('waitlist.list-check.replaced'), next: say('waitlist.list-check.newer') };
  if (facts.to === 'desk')
    return {
      ...looks.left,
      state: say('waitlist.list-check.unanswered'),
      next: say('waitlist.list-check.call', { provider: plain(facts.provider?.name ?? '') }),
    };
  return {
    ...checkInStrip(asked.at, context),
    next: say(`waitlist.list-check.${facts.to === 'again' ? 'again' : 'why'}`),
  };
}
