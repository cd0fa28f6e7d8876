import type { ViewContext } from '../../../contracts/action.js';
import type { OrganisationId } from '../../../domain/ids.js';
import { deskChooses, fitting, type Offer } from '../../../domain/intake/index.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { availabilityBadge, misfitWords, offerLine, type OfferedBy } from './offer-words.js';

interface Given {
  readonly draftId: string;
  readonly offers: readonly Offer[];
  readonly by: ReadonlyMap<OrganisationId, OfferedBy>;
  /** The chosen service, or `desk`; '' for none. */
  readonly chosen: string;
}

const signs = {
  chosen: { icon: 'CheckmarkCircle', sign: '◉', filled: 'Filled' },
  open: { icon: 'Circle', sign: '○', filled: 'Regular' },
  full: { icon: 'DismissCircle', sign: '✕', filled: 'Regular' },
} as const;

/** A provider as a row of the review: chosen, to be chosen, or full: seen, with why, and not to be pressed. */
function rowOf(offer: Offer, { draftId, by, chosen }: Given, { language, calendar, now }: ViewContext) {
  const { service, availability } = offer;
  const t = texts(language);
  const kind = service.id === chosen ? 'chosen' : availability.kind === 'full' ? 'full' : 'open';
  const line = offerLine(offer, by.get(service.organisationId) ?? null, language, calendar.dayOf(now));
  return {
    ...signs[kind],
    draftId,
    service: service.id as string,
    kind,
    name: plain(service.name),
    line: kind === 'chosen' ? [t('intake.choose-provider.chosen'), line].filter(Boolean).join(' · ') : line || null,
    badge: availabilityBadge(availability, language),
    press: t('intake.choose-provider.choose', { name: service.name }),
  };
}

function deskRow({ draftId, chosen }: Given, { language }: ViewContext) {
  const t = texts(language);
  const isChosen = chosen === deskChooses;
  const name = t('intake.choose-provider.desk');
  return {
    ...signs[isChosen ? 'chosen' : 'open'],
    draftId,
    service: deskChooses as string,
    kind: isChosen ? ('chosen' as const) : ('open' as const),
    name,
    line: [isChosen ? t('intake.choose-provider.chosen') : '', t('intake.choose-provider.desk-line')]
      .filter(Boolean)
      .join(' · '),
    badge: null,
    press: t('intake.choose-provider.choose', { name }),
  };
}

/** The providers to choose from: what fits, the full ones among them last, then the desk; and why not another. */
export function providerRows(given: Given, context: ViewContext) {
  const { language } = context;
  const strange = given.offers.filter(({ misfits }) => misfits.length > 0);
  return {
    rows: [...fitting(given.offers).map((offer) => rowOf(offer, given, context)), deskRow(given, context)],
    others: strange.map((offer) => misfitWords(offer, language)),
  };
}
