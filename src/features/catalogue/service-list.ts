import { view, type ViewContext } from '../../contracts/action.js';
import { offeredServices, type OfferedService } from '../../contracts/offered-services.js';
import type { Availability } from '../../domain/fit.js';
import { day, weeks } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { cataloguePath } from './asked/catalogue-path.js';
import { asButton, filterOf, isNarrowed, listParams, type ListParams } from './asked/service-params.js';
import { agesWords, availabilityWords, filterWords, regionsWords } from '../../texts/offered-words.js';

const perPage = 10;

interface ListFacts {
  readonly params: ListParams;
  readonly page: number;
  readonly total: number;
  readonly offered: readonly OfferedService[];
}

/** The offer that fits, ten at a time, what can start soonest first; public, so for everybody. Params: {@link listParams}. */
export const serviceList = view({
  slug: 'service-list',
  forEverybody: true,
  audience: 'stored',
  params: listParams,
  async load(read, params, context): Promise<ListFacts> {
    const all = await offeredServices(read, filterOf(params), context);
    const page = Math.min(params.page ?? 1, Math.max(1, Math.ceil(all.length / perPage)));
    return { params, page, total: all.length, offered: all.slice((page - 1) * perPage, page * perPage) };
  },
  may: () => null,
  fill({ params, page, total, offered }, context) {
    const { language } = context;
    const filter = filterOf(params);
    const pages = Math.max(1, Math.ceil(total / perPage));
    return {
      ...asButton({ ...params, page }),
      filter: filterWords(filter, language),
      counted: countLine(total, page, pages, context),
      empty: total > 0 ? null : texts(language)(`catalogue.service-list.${isNarrowed(filter) ? 'none-fits' : 'empty'}`),
      rows: offered.map((one) => rowOf(one, context)),
      earlierPage: page > 1 ? String(page - 1) : null,
      nextPage: page < pages ? String(page + 1) : null,
      all: isNarrowed(filter) ? 'yes' : null,
      site: context.links.page(cataloguePath(filter, language)),
    };
  },
  summary: ({ total }, { language }) => texts(language)('catalogue.words.count', { count: total }),
});

function countLine(total: number, page: number, pages: number, { language }: ViewContext): string | null {
  if (total === 0) return null;
  const say = texts(language);
  const count = say('catalogue.words.count', { count: total });
  return pages === 1 ? count : `${count} · ${say('catalogue.words.page', { page, pages })}`;
}

function rowOf({ service, availability }: OfferedService, { language, calendar, now }: ViewContext) {
  const today = calendar.dayOf(now);
  return {
    serviceId: service.id,
    title: plain(service.name),
    line: [regionsWords(service, language), agesWords(service, language)].map(plain).join(' · '),
    badge: badgeOf(availability, language, today),
    press: texts(language)('catalogue.service-list.press', {
      service: service.name,
      availability: availabilityWords(availability, language, today),
    }),
  };
}

const badgeStyles = { place: 'Good', waitlist: 'Warning', full: 'Subtle', unknown: 'Subtle' } as const;

/** How it stands in a word or two; the card itself tells the whole of it. */
function badgeOf(availability: Availability, language: ViewContext['language'], today: string) {
  const say = texts(language);
  const text =
    availability.kind === 'full'
      ? say('catalogue.service-list.full', { day: day(availability.until, language, today) })
      : availability.kind === 'waitlist' && availability.weeks !== null
        ? say('catalogue.service-list.weeks', { weeks: weeks(availability.weeks, language) })
        : availabilityWords(availability, language, today);
  return { text, style: badgeStyles[availability.kind] };
}
