import type { Availability } from '../domain/fit.js';
import type { Language } from '../domain/language.js';
import type { LocalDate } from '../domain/local-date.js';
import { day, weeks } from './format.js';
import { texts } from './index.js';

/** What may be expected of a service: “plaats”, “wachtlijst, ± 5 weken”, “volzet tot en met di 31 aug.”, or that nobody said. */
export function availabilityWords(availability: Availability, language: Language, today: LocalDate): string {
  const say = texts(language);
  switch (availability.kind) {
    case 'place':
      return say('intake.availability.place');
    case 'unknown':
      return say('intake.availability.unknown');
    case 'full':
      return say('intake.availability.full', { until: day(availability.until, language, today) });
    case 'waitlist':
      return availability.weeks === null
        ? say('intake.availability.waiting', { waiting: availability.waiting })
        : say('intake.availability.waitlist', { wait: weeks(availability.weeks, language) });
  }
}
