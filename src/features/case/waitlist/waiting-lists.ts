import { z } from 'zod';
import { actsFor } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { ServiceListLine } from '../../../contracts/case-lists.js';
import { daysBetween } from '../../../domain/local-date.js';
import { duration, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { perPage } from './list-facts.js';

interface SideBySide {
  readonly lists: readonly ServiceListLine[];
  readonly page: number;
}

/** The desk sees all waiting lists side by side: how many, how long, urgent, not confirmed, the first expected start. */
export const waitingLists = view({
  slug: 'waiting-lists',
  audience: 'stored',
  params: z.object({ page: z.coerce.number().int().min(0).catch(0) }),
  async load(read, { page }): Promise<SideBySide> {
    const lists = await read.serviceLists(null);
    return { lists, page: Math.min(page, Math.max(0, Math.ceil(lists.length / perPage) - 1)) };
  },
  may: (_facts, actor) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  fill({ lists, page }, context) {
    const say = texts(context.language);
    return {
      counted: say('waitlist.waiting-lists.counted', { waiting: sum(lists, 'count'), lists: lists.length }),
      rows: lists.slice(page * perPage, (page + 1) * perPage).map((line) => rowOf(line, context)),
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < lists.length ? String(page + 1) : null,
    };
  },
  summary: ({ lists }, { language }) =>
    texts(language)('waitlist.waiting-lists.counted', { waiting: sum(lists, 'count'), lists: lists.length }),
});

const sum = (lists: readonly ServiceListLine[], what: 'count'): number =>
  lists.reduce((total, line) => total + line[what], 0);

/** `NAFT … · 4 wachten` / `oudste ± 9 weken · eerste start 22 feb. · 1 niet bevestigd · 1 plaats vrij` */
function rowOf(line: ServiceListLine, { language, calendar, now }: ViewContext) {
  const { service, provider, count, oldest, urgent, unconfirmed, free, startOn, check } = line;
  const t = texts(language);
  const today = calendar.dayOf(now);
  const waited = duration(daysBetween(calendar.dayOf(oldest), today), language);
  const isUnanswered = check?.asked?.reminded === 'desk';
  return {
    serviceId: service.id,
    title: `${plain(service.name)} · ${t('waitlist.waiting-lists.count', { count })}`,
    line: [
      ...(service.name === provider ? [] : [plain(provider)]),
      t('waitlist.waiting-lists.oldest', { waited }),
      startOn === null
        ? t('waitlist.service-waitlist.no-start')
        : t('waitlist.waiting-lists.start', { day: shortDay(startOn, language, today) }),
      ...(free === 0 ? [] : [t('waitlist.waiting-lists.free', { count: free })]),
      ...(unconfirmed === 0 ? [] : [t('waitlist.waiting-lists.unconfirmed', { count: unconfirmed })]),
      ...(isUnanswered ? [t('waitlist.waiting-lists.unanswered')] : []),
    ].join(' · '),
    badge: urgent === 0 ? null : { text: t('waitlist.waiting-lists.urgent', { count: urgent }), style: 'Attention' },
    press: t('waitlist.waiting-lists.show', { service: plain(service.name) }),
  };
}
