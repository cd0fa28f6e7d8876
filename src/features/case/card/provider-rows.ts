import type { ViewContext } from '../../../contracts/action.js';
import { deskChooses, fitting, type Offer } from '../../../domain/intake/index.js';
import type { ServiceId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { availabilityBadge, misfitWords, offerLine } from './offer-words.js';
import type { AroundOffers } from './offered-by.js';

/** What a press on a row does. */
export interface RowPress {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ChoosingFrom extends AroundOffers {
  readonly offers: readonly Offer[];
  /** The chosen service, or `desk`; '' for none. */
  readonly chosen: string;
  /** Chooses this service, or `desk`. */
  readonly press: (service: string) => RowPress;
  /** Services that answered before that they do not fit this pupil. */
  readonly refused?: readonly ServiceId[];
  /** The desk chooses. */
  readonly forDesk?: boolean;
}

type Shown = Pick<ViewContext, 'language' | 'calendar' | 'now'>;
type Kind = 'chosen' | 'open' | 'full';

const signs = {
  chosen: { icon: 'CheckmarkCircle', sign: '◉', filled: 'Filled' },
  open: { icon: 'Circle', sign: '○', filled: 'Regular' },
  full: { icon: 'DismissCircle', sign: '✕', filled: 'Regular' },
} as const;

/** A provider as a row: chosen, to be chosen, or full: seen, with why, and not to be pressed. */
export function rowOf(offer: Offer, given: ChoosingFrom, kind: Kind, { language, calendar, now }: Shown) {
  const { by, saidOn, press, refused = [] } = given;
  const { service, availability, misfits } = offer;
  const t = texts(language);
  const known = {
    by: by.get(service.organisationId) ?? null,
    saidOn: saidOn.get(service.id) ?? null,
    forDesk: given.forDesk === true,
  };
  const line = offerLine(offer, known, language, calendar.dayOf(now));
  const parts = [
    kind === 'chosen' ? t('intake.choose-provider.chosen') : '',
    refused.includes(service.id) ? t('intake.choose-provider.refused') : '',
    misfits.length === 0 ? line : misfitWords(offer, language),
  ];
  return {
    ...signs[kind],
    ...press(service.id),
    service: service.id as string,
    kind,
    name: plain(service.name),
    line: parts.filter(Boolean).join(' · ') || null,
    badge: availabilityBadge(availability, language),
    press: t('intake.choose-provider.choose', { name: service.name }),
  };
}

function deskRow({ press, chosen }: ChoosingFrom, { language }: Shown) {
  const t = texts(language);
  const isChosen = chosen === deskChooses;
  const name = t('intake.choose-provider.desk');
  return {
    ...signs[isChosen ? 'chosen' : 'open'],
    ...press(deskChooses),
    service: deskChooses as string,
    kind: isChosen ? ('chosen' as const) : ('open' as const),
    name,
    line: [isChosen ? t('intake.choose-provider.chosen') : '', t('intake.choose-provider.desk-line')]
      .filter(Boolean)
      .join(' · '),
    badge: null,
    press: name,
  };
}

const kindOf = ({ service, availability }: Offer, { chosen }: ChoosingFrom): Kind =>
  service.id === chosen ? 'chosen' : availability.kind === 'full' ? 'full' : 'open';

/** What fits, to choose from, the full ones among them last. */
export const fittingRows = (given: ChoosingFrom, shown: Shown) =>
  fitting(given.offers).map((offer) => rowOf(offer, given, kindOf(offer, given), shown));

/** What does not fit, with why: to be seen, or also to be chosen by who knows better. */
export const strangeRows = (given: ChoosingFrom, mayChoose: boolean, shown: Shown) =>
  given.offers
    .filter(({ misfits }) => misfits.length > 0)
    .map((offer) => rowOf(offer, given, mayChoose ? kindOf(offer, given) : 'full', shown));

/** The providers to choose from: what fits, then the desk. */
export const providerRows = (given: ChoosingFrom, shown: Shown) => [
  ...fittingRows(given, shown),
  deskRow(given, shown),
];
