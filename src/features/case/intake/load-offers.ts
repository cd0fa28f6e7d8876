import type { Context } from '../../../contracts/action.js';
import { countedServices } from '../../../contracts/counted-services.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft } from '../../../domain/draft.js';
import type { OrganisationId } from '../../../domain/ids.js';
import {
  fitFactsOf,
  fitting,
  offersOf,
  readConditions,
  readRegion,
  readWho,
  type Offer,
} from '../../../domain/intake/index.js';
import type { OfferedBy } from './offer-words.js';

/**
 * The services for this draft with their honest availability; none as long as it is not known who it is about and where.
 * People waiting are counted only where it matters: at services that fit.
 */
export async function loadOffers(
  read: Read,
  draft: Draft,
  context: Pick<Context, 'now' | 'calendar'>,
): Promise<Offer[]> {
  const today = context.calendar.dayOf(context.now);
  const [conditions, who, region] = [readConditions(draft.typed), readWho(draft.typed, today), readRegion(draft.typed)];
  if (!who.ok || !region.ok) return [];
  const facts = fitFactsOf(conditions.ok ? conditions.value.target : 'pupil', who.value, region.value);
  return offersOf(await countedServices(read, facts), facts, today);
}

/** Who offers the services that fit. */
export async function loadOfferedBy(
  read: Read,
  offers: readonly Offer[],
): Promise<ReadonlyMap<OrganisationId, OfferedBy>> {
  const known = new Map<OrganisationId, OfferedBy>();
  for (const id of new Set(fitting(offers).map(({ service }) => service.organisationId))) {
    const organisation = await read.organisation(id);
    const isPhoned = (await read.channelsOf(id)).length === 0;
    if (organisation !== null) known.set(id, { roundTableBy: organisation.roundTableBy, isPhoned });
  }
  return known;
}
