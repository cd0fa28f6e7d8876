import type { Context } from '../../../contracts/action.js';
import { countedServices } from '../../../contracts/counted-services.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft } from '../../../domain/draft.js';
import { fitFactsOf, offersOf, readConditions, readRegion, readWho, type Offer } from '../../../domain/intake/index.js';

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
