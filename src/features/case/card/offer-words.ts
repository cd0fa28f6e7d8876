import type { Availability } from '../../../domain/fit.js';
import type { Offer } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Organisation } from '../../../domain/organisation.js';
import { day, weeks } from '../../../texts/format.js';
import { measuredWords } from '../../../texts/offered-words.js';
import { plain } from '../../../texts/plain.js';
import { textAt, texts } from '../../../texts/index.js';

/** Who offers a service, as far as a worker has to know before he or she chooses. */
export interface OfferedBy {
  readonly roundTableBy: Organisation['roundTableBy'];
  /** It has no channel yet: a referral reaches it when the desk phones. */
  readonly isPhoned: boolean;
}

/** "plaats" · "± 5 weken" · "4 wachten" · "volzet" · "niet bekend", with the colour of its badge: short, so that the name beside it has its place. */
export function availabilityBadge(availability: Availability, language: Language) {
  const t = texts(language);
  switch (availability.kind) {
    case 'place':
      return { text: t('intake.availability.place'), style: 'Good' };
    case 'unknown':
      return { text: t('intake.choose-provider.badge.unknown'), style: 'Subtle' };
    case 'full':
      return { text: t('intake.choose-provider.badge.full'), style: 'Subtle' };
    case 'waitlist':
      return {
        text:
          availability.weeks === null
            ? t('intake.choose-provider.badge.waiting', { waiting: availability.waiting })
            : t('intake.choose-provider.badge.waitlist', { wait: weeks(availability.weeks, language) }),
        style: 'Warning',
      };
  }
}

/** "12–18 jaar", "vanaf 12 jaar", "tot en met 18 jaar"; null when every age may come. */
function agesInWords({ service: { minimumAge, maximumAge } }: Offer, language: Language): string | null {
  const t = texts(language);
  if (minimumAge !== null && maximumAge !== null)
    return t('intake.choose-provider.ages', { minimum: minimumAge, maximum: maximumAge });
  if (minimumAge !== null) return t('intake.misfits.too-young', { minimum: minimumAge });
  return maximumAge === null ? null : t('intake.misfits.too-old', { maximum: maximumAge });
}

/** So many signs of what it does fit in a row of a list; the rest stands in the offer. */
const longest = 60;

/** What it does, in one short sentence without its full stop. */
function firstSentence(about: string | null): string | null {
  if (about === null) return null;
  const sentence = (about.split(/(?<=[.!?])\s/)[0] ?? about).replace(/\.$/, '');
  return plain(sentence.length <= longest ? sentence : `${sentence.slice(0, longest).replace(/\W*\s\S*$/u, '')} …`);
}

/** What is known of an offer beside itself. */
export interface KnownOfOffer {
  readonly by: OfferedBy | null;
  /** When the provider last said how it stands. */
  readonly saidOn: LocalDate | null;
  /** The desk reads it: it is the desk that phones. */
  readonly forDesk: boolean;
}

/** What is good to know of a service: what it does, ages, who organises the round table, that the desk phones, or why it cannot be had; since when that is known, and what happened to the last ones. */
export function offerLine(
  offer: Offer,
  { by, saidOn, forDesk }: KnownOfOffer,
  language: Language,
  today: LocalDate,
): string {
  const t = texts(language);
  const { availability } = offer;
  const phoned = forDesk ? 'intake.availability.phoned-by-you' : 'intake.availability.phoned';
  const parts = [
    firstSentence(offer.service.about),
    agesInWords(offer, language),
    // Who is not in Teams is phoned first: who organises the round table is told then.
    by === null ? null : t(by.isPhoned ? phoned : `intake.choose-provider.round-table.${by.roundTableBy}`),
    availability.kind === 'full'
      ? t('intake.availability.full', { until: day(availability.until, language, today) })
      : null,
    saidOn === null || availability.kind === 'unknown'
      ? null
      : t('catalogue.words.said', { day: day(saidOn, language, today) }),
    measuredWords(offer.measured, language),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Every reason why a service does not fit: “werkt niet in deze regio, vanaf 12 jaar”. */
export const misfitWords = ({ service, misfits }: Offer, language: Language): string =>
  misfits
    .map((misfit) =>
      textAt(language, `intake.misfits.${misfit}`, {
        minimum: service.minimumAge ?? 0,
        maximum: service.maximumAge ?? 0,
      }),
    )
    .join(', ');
