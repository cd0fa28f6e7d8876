import { offerDownload } from '../../contracts/hsds/offer-download.js';
import { offeredServices, type OfferedService } from '../../contracts/offered-services.js';
import type { Visit } from '../../contracts/page.js';
import {
  bareOfferedRecord,
  fullProviderRecord,
  offeredRecord,
  type OfferedSentences,
} from '../../domain/hsds/index.js';
import type { LocalDate } from '../../domain/local-date.js';
import { texts } from '../../texts/index.js';
import {
  agesWords,
  availabilityWords,
  formsWords,
  regionWord,
  roundTableWords,
  saidWords,
} from '../../texts/offered-words.js';
import { atHand, type Source } from './source.js';

/** What providers offer; what the desk closed is not in it, nor who waits, nor anybody's own contact. */
export const offer: Source = {
  base: '/aanbod/hsds',
  download: offerDownload,
  fileName: 'aanbod.hsds.json',
  async read(visit: Visit) {
    const today = visit.calendar.dayOf(visit.now);
    const offered = [...(await offeredServices(visit.read, {}, visit))].sort(byName);
    const providers = [...new Map(offered.map(({ provider }) => [provider.id, provider])).values()];
    return {
      services: atHand(
        offered.map((one) => ({
          id: one.service.id,
          record: () => offeredRecord(one.service, one.provider, sentencesOf(one, today)),
        })),
      ),
      organisations: atHand(
        providers.map((provider) => ({
          id: provider.id,
          record: () =>
            fullProviderRecord(
              provider,
              offered
                .filter((one) => one.provider.id === provider.id)
                .map((one) => bareOfferedRecord(one.service, sentencesOf(one, today))),
            ),
        })),
      ),
    };
  },
};

/** Not by how it stands: pages of a list must hold the same ones while that changes. */
const byName = (one: OfferedService, other: OfferedService): number =>
  one.service.name.localeCompare(other.service.name, 'nl') || (one.service.id < other.service.id ? -1 : 1);

/** In Dutch: a directory speaks the language of the people it is about. */
function sentencesOf(offered: OfferedService, today: LocalDate): OfferedSentences {
  const { service, availability } = offered;
  const stands = [availabilityWords(availability, 'nl', today), saidWords(offered, 'nl', today)];
  return {
    eligibility: `${agesWords(service, 'nl')} · ${formsWords(service, 'nl')}`,
    application: `${texts('nl')('catalogue.page.how-to-refer')} ${capital(roundTableWords(offered, 'nl'))}.`,
    availability: stands.filter((part) => part !== null).join(' · '),
    regionName: (region) => regionWord(region, 'nl'),
  };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
