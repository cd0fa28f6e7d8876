import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { actsFor } from '../../../contracts/actor.js';
import { availabilityOf } from '../../../domain/fit.js';
import { daysBetween } from '../../../domain/local-date.js';
import { canTakeBack, type Referral } from '../../../domain/case/referral.js';
import { availabilityWords } from '../../../texts/availability-words.js';
import { days, oneStop, shortDay, time } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { codeWord } from '../../../texts/referral-words.js';
import { firstInOrder, loadList, maySeeService, serviceId, type ListFacts } from './list-facts.js';

const perPage = 10;

interface PageFacts extends ListFacts {
  readonly page: number;
}

/** The waiting list of a service in its provider's place: who waits, since when, from when; in order, ten at a time (R11). */
export const serviceWaitlist = view({
  slug: 'service-waitlist',
  audience: 'stored',
  params: z.object({ serviceId, page: z.coerce.number().int().min(0).catch(0) }),
  async load(read, { serviceId: id, page }): Promise<PageFacts | null> {
    const list = await loadList(read, id);
    if (list === null) return null;
    const last = Math.max(0, Math.ceil(list.waiting.length / perPage) - 1);
    return { ...list, page: Math.min(page, last) };
  },
  may: ({ service }, actor) => maySeeService(service, actor),
  fill(facts, context) {
    const { service, waiting, page } = facts;
    const say = texts(context.language);
    const shown = waiting.slice(page * perPage, (page + 1) * perPage);
    return {
      serviceId: service.id,
      title: say('waitlist.service-waitlist.title', { service: plain(service.name) }),
      counted: waiting.length === 0 ? null : countLine(facts, context),
      empty: waiting.length === 0 ? say('waitlist.service-waitlist.empty') : null,
      rows: shown.map((one, index) => rowOf(one, page * perPage + index + 1, context)),
      seen: seenOf(facts, context),
      legend: legendOf(shown, context),
      ...nextToCall(waiting, context),
      ...undoOf(waiting, context),
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < waiting.length ? String(page + 1) : null,
    };
  },
  summary: ({ service, waiting }, { language }) =>
    texts(language)('waitlist.service-waitlist.summary', { service: service.name, count: waiting.length }),
});

/** `4 jongeren · oudste aanmelding 41 dagen · bladzijde 1 van 2` */
function countLine({ waiting, page }: PageFacts, { language, calendar, now }: ViewContext): string {
  const say = texts(language);
  const today = calendar.dayOf(now);
  const oldest = Math.max(
    ...waiting.map(({ firstRegisteredAt }) => daysBetween(calendar.dayOf(firstRegisteredAt), today)),
  );
  const who = waiting.every(({ target }) => target === 'pupil') ? 'pupils' : 'referrals';
  const pages = Math.ceil(waiting.length / perPage);
  return [
    say(`waitlist.service-waitlist.${who}`, { count: waiting.length }),
    say('waitlist.service-waitlist.oldest', { duration: days(oldest, language) }),
    ...(pages > 1 ? [say('waitlist.service-waitlist.page', { page: page + 1, pages })] : []),
  ].join(' · ');
}

/** `CLB’s zien nu: wachtlijst, ± 5 weken.` */
function seenOf({ service, waiting }: PageFacts, { language, calendar, now }: ViewContext): string {
  const today = calendar.dayOf(now);
  const availability = availabilityWords(availabilityOf(service, waiting.length, today), language, today);
  return oneStop(texts(language)('waitlist.service-waitlist.seen', { availability: plain(availability) }));
}

function rowOf(one: Referral, number: number, { language, calendar, now }: ViewContext) {
  const say = texts(language);
  const today = calendar.dayOf(now);
  const urgent = one.urgency === 'urgent' ? ' ⚡' : '';
  return {
    number: String(number),
    referralId: one.id,
    who: `${one.reference} · ${whoOf(one, language)}${urgent}`,
    since: shortDay(calendar.dayOf(one.firstRegisteredAt), language, today),
    start:
      one.state === 'place-free'
        ? say('waitlist.service-waitlist.free')
        : one.expectedStartOn === null
          ? '–'
          : `± ${shortDay(one.expectedStartOn, language, today)}`,
  };
}

/** What the signs in the rows mean, when there are any. */
function legendOf(shown: readonly Referral[], { language }: ViewContext): string | null {
  const say = texts(language);
  const signs = [
    ...(shown.some(({ urgency }) => urgency === 'urgent') ? [say('waitlist.service-waitlist.urgent')] : []),
    ...(shown.some(({ state }) => state === 'place-free') ? [say('waitlist.service-waitlist.free-why')] : []),
  ];
  return signs.length === 0 ? null : signs.join(' · ');
}

/** The age band; of a group what it is. */
const whoOf = ({ target, ageBand }: Referral, language: ViewContext['language']): string =>
  (target === 'pupil' && ageBand !== null ? textAt(language, `waitlist.ages.${ageBand}`) : null) ??
  codeWord(language, 'target', target);

/** The button for the first in order, and for somebody else when more than one waits. */
function nextToCall(waiting: readonly Referral[], { language }: ViewContext) {
  const first = firstInOrder(waiting);
  const several = waiting.filter(({ state }) => state === 'waitlisted').length > 1;
  return {
    firstId: first?.id ?? null,
    free: first === null ? null : texts(language)('waitlist.service-waitlist.free-for', { reference: first.reference }),
    mayChoose: several,
  };
}

/** A place that was told by mistake can be taken back for a while; what the desk wrote down, by the desk. */
function undoOf(waiting: readonly Referral[], { language, now, actor }: ViewContext) {
  const forDesk = actor !== null && actsFor(actor, 'desk') !== null;
  const last = waiting
    .filter((one) => one.state === 'place-free' && canTakeBack(one, now))
    .filter(({ undo }) => forDesk || undo?.side !== 'desk')
    .at(-1);
  if (!last?.undo) return { undoId: null, undoGroup: null, undoUntil: null };
  const told = { reference: last.reference, time: time(new Date(last.undo.until), language) };
  return {
    undoId: last.id,
    undoGroup: last.undo.group,
    undoUntil: texts(language)('waitlist.service-waitlist.undo-until', told),
  };
}
