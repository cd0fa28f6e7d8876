import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { referenceTo } from '../../../domain/reference-to.js';

/** The card that tells who took over whose work. */
export const handedCards = {
  told: referenceTo<{
    readonly organisationId: OrganisationId;
    readonly from: PersonId;
    readonly to: PersonId;
    readonly count: number;
  }>('work-handed-over'),
} as const;
