import type { Read } from '../../../contracts/read.js';
import type { Context } from '../../../contracts/action.js';
import type { OrganisationId, ServiceId } from '../../../domain/ids.js';
import type { Offer } from '../../../domain/intake/index.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { OfferedBy } from './offer-words.js';

/** What a row of providers tells beside the offer itself. */
export interface AroundOffers {
  /** Who offers them. */
  readonly by: ReadonlyMap<OrganisationId, OfferedBy>;
  /** When each provider last said how it stands. */
  readonly saidOn: ReadonlyMap<ServiceId, LocalDate>;
}

/** Who offers these services, and since when it is known how they stand. */
export async function loadAroundOffers(
  read: Read,
  offers: readonly Offer[],
  { calendar }: Pick<Context, 'calendar'>,
): Promise<AroundOffers> {
  const by = new Map<OrganisationId, OfferedBy>();
  for (const id of new Set(offers.map(({ service }) => service.organisationId))) {
    const organisation = await read.organisation(id);
    const isPhoned = (await read.channelsOf(id)).length === 0;
    if (organisation !== null) by.set(id, { roundTableBy: organisation.roundTableBy, isPhoned });
  }
  const said = await read.availabilitySaid();
  return { by, saidOn: new Map([...said].map(([id, at]) => [id, calendar.dayOf(at)])) };
}
