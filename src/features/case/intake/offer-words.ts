import type { Availability } from '../../../domain/fit.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { Offer } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { day, weeks } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';

/** "plaats" · "wachtlijst, ± 5 weken" · "volzet tot wo 31 aug." · "wachttijd niet bekend" */
function availabilityWords(availability: Availability, language: Language, today: string): string {
  const t = texts(language);
  switch (availability.kind) {
    case 'place':
      return t('intake.availability.place');
    case 'unknown':
      return t('intake.availability.unknown');
    case 'full':
      return t('intake.availability.full', { until: day(availability.until, language, today) });
    case 'waitlist':
      return availability.weeks === null
        ? t('intake.availability.waiting', { waiting: availability.waiting })
        : t('intake.availability.waitlist', { wait: weeks(availability.weeks, language) });
  }
}

/** The service with what may be expected of it; also that the desk phones its provider, when that is so. */
export function offerWords(
  { service, availability }: Offer,
  phoned: ReadonlySet<OrganisationId>,
  language: Language,
  today: string,
): string {
  const words = [service.name, availabilityWords(availability, language, today)];
  if (phoned.has(service.organisationId)) words.push(texts(language)('intake.availability.phoned'));
  return words.join(' · ');
}

/** Every reason why a service does not fit, as one line. */
export const misfitWords = (offer: Offer, language: Language): string =>
  offer.misfits
    .map((misfit) =>
      textAt(language, `intake.misfits.${misfit}`, {
        minimum: offer.service.minimumAge ?? 0,
        maximum: offer.service.maximumAge ?? 0,
      }),
    )
    .join(', ');
