import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { availabilityOf } from '../../../domain/fit.js';
import { daysBetween } from '../../../domain/local-date.js';
import { availabilityWords } from '../../../texts/availability-words.js';
import { days, oneStop, time } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { actsOnCard } from '../viewer.js';
import { loadList, maySeeService, perPage, serviceId, type ListFacts } from './list-facts.js';
import { rowOf } from './waitlist-row.js';

/** The waiting list of a service in its provider's channel: who waits, since when, from when; in order, ten at a time (R11). */
export const serviceWaitlist = view({
  slug: 'service-waitlist',
  audience: 'stored',
  params: z.object({ serviceId, page: z.coerce.number().int().min(0).catch(0) }),
  load: (read, { serviceId: id, page }) => loadList(read, id, page),
  may: ({ service }, actor) => maySeeService(service, actor),
  fill(facts, context) {
    const { service, list, page } = facts;
    const say = texts(context.language);
    return {
      serviceId: service.id,
      title: say('waitlist.service-waitlist.title', { service: plain(service.name) }),
      counted: list.count === 0 ? null : countLine(facts, context),
      empty: list.count === 0 ? say('waitlist.service-waitlist.empty') : null,
      rows: list.rows.map((one, index) => rowOf(one, page * perPage + index + 1, context)),
      seen: seenOf(facts, context),
      ...nextToCall(facts, context),
      ...undoOf(facts, context),
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < list.count ? String(page + 1) : null,
    };
  },
  summary: ({ service, list }, { language }) =>
    texts(language)('waitlist.service-waitlist.summary', { service: service.name, count: list.count }),
});

/** `4 jongeren · oudste aanmelding 41 dagen · bladzijde 1 van 2` */
function countLine({ list, page }: ListFacts, { language, calendar, now }: ViewContext): string {
  const say = texts(language);
  const pages = Math.ceil(list.count / perPage);
  const oldest = daysBetween(calendar.dayOf(list.oldest ?? now), calendar.dayOf(now));
  return [
    say(`waitlist.service-waitlist.${list.pupilsOnly ? 'pupils' : 'referrals'}`, { count: list.count }),
    say('waitlist.service-waitlist.oldest', { duration: oldest === 0 ? 'none' : days(oldest, language) }),
    ...(pages > 1 ? [say('waitlist.service-waitlist.page', { page: page + 1, pages })] : []),
  ].join(' · ');
}

/** `CLB’s zien nu: wachtlijst, ± 5 weken.` */
function seenOf({ service, list }: ListFacts, { language, calendar, now }: ViewContext): string {
  const today = calendar.dayOf(now);
  const availability = availabilityWords(availabilityOf(service, list.count, today), language, today);
  return oneStop(texts(language)('waitlist.service-waitlist.seen', { availability: plain(availability) }));
}

/** The button for the first in order, and for somebody else when more than one waits. */
function nextToCall({ list }: ListFacts, context: ViewContext) {
  const { first, callable } = list;
  if (first === null || !actsOnCard(context, first, 'provider').has('free-place'))
    return { firstId: null, firstRound: null, free: null, mayChoose: false };
  const free = texts(context.language)('waitlist.service-waitlist.free-for', { reference: first.reference });
  return { firstId: first.id, firstRound: first.round, free, mayChoose: callable > 1 };
}

/** A place that was told by mistake can be taken back for a while; what the desk wrote down, by the desk. */
function undoOf({ list }: ListFacts, context: ViewContext) {
  const last = list.undoable.filter((one) => actsOnCard(context, one, 'provider').has('undo')).at(-1);
  if (!last?.undo) return { undoId: null, undoRound: null, undoUntil: null };
  const told = { reference: last.reference, time: time(last.undo.until, context.language) };
  return {
    undoId: last.id,
    undoRound: last.round,
    undoUntil: texts(context.language)('waitlist.service-waitlist.undo-until', told),
  };
}
