import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import { id } from '../../contracts/id.js';
import { offeredService, type OfferedService } from '../../contracts/offered-services.js';
import { looks } from '../../contracts/strip.js';
import type { ServiceId } from '../../domain/ids.js';
import type { Service } from '../../domain/organisation.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { mailLink, phoneLink, siteLink } from '../../texts/ways.js';
import { asButton, listShape, type ListParams } from './asked/service-params.js';
import {
  agesWords,
  assuredWords,
  availabilityWords,
  formsWords,
  measuredWords,
  offeredFormsWords,
  providerName,
  regionsWords,
  roundTableWords,
  saidWords,
} from '../../texts/offered-words.js';

interface CardFacts {
  readonly params: ListParams;
  readonly offered: OfferedService;
}

/**
 * One service of the offer: what may be expected of it today and since when that is known, what it does, for whom, who
 * organises the round table (R10), how it is reached. A CLB worker begins an intake from it, in the own chat (R1). One that
 * is not offered any more gives nothing.
 */
export const serviceCard = view({
  slug: 'service-card',
  forEverybody: true,
  audience: 'stored',
  params: z.object({ ...listShape, serviceId: id<ServiceId>() }),
  async load(read, { serviceId, ...params }, context): Promise<CardFacts | null> {
    const offered = await offeredService(read, serviceId, context);
    return offered === null ? null : { params, offered };
  },
  may: () => null,
  fill({ params, offered }, context) {
    const { language, calendar, now } = context;
    const { service } = offered;
    const today = calendar.dayOf(now);
    return {
      ...asButton(params),
      serviceId: service.id,
      name: plain(service.name),
      provider: plain(providerName(offered) ?? ''),
      strip: {
        ...strips[offered.availability.kind],
        state: capital(availabilityWords(offered.availability, language, today)),
        next: saidWords(offered, language, today),
      },
      about: service.about === null ? texts(language)('catalogue.service-card.no-about') : plain(service.about),
      facts: factsOf(offered, context),
      ways: waysOf(service),
      mayRefer: mayRefer(context) ? 'yes' : null,
    };
  },
  summary: ({ offered }, { language, calendar, now }) =>
    `${offered.service.name}: ${availabilityWords(offered.availability, language, calendar.dayOf(now))}`,
});

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** The strip of a state: settled when there is a place, otherwise quiet. */
const strips = {
  place: looks.settled,
  waitlist: looks.waits,
  full: looks.closed,
  unknown: looks.unknown,
} as const;

/** Only a CLB worker refers (R1), and only where nobody reads along. */
const mayRefer = ({ actor }: ViewContext): boolean =>
  actor !== null && actor.conversation.scope === 'personal' && actsFor(actor, 'clb') !== null;

function factsOf(offered: OfferedService, { language, calendar, now }: ViewContext) {
  const { service } = offered;
  const say = texts(language);
  const forms = offeredFormsWords(service, language);
  const measured = measuredWords(offered.measured, language);
  const facts = [
    ['for', [agesWords(service, language), formsWords(service, language), forms].filter(Boolean).join(' · ')],
    ['region', regionsWords(service, language)],
    ['round-table', roundTableWords(offered, language)],
    ...(measured === null ? [] : [['measured', capital(measured)] as const]),
    ['assured', assuredWords(service, language, calendar.dayOf(now))],
  ] as const;
  return facts.map(([key, value]) => ({ title: say(`catalogue.service-card.facts.${key}`), value: plain(value) }));
}

/** Phone, mail and site as the desk wrote them for everybody; null when there are none. */
function waysOf({ phone, email, website }: Service): string | null {
  const ways = [
    phone === null ? null : phoneLink(phone),
    email === null ? null : mailLink(email),
    website === null ? null : siteLink(website),
  ].filter((way) => way !== null);
  return ways.length === 0 ? null : ways.join(' · ');
}
