import type { ServiceId } from '../../domain/ids.js';
import { referenceTo } from '../../domain/reference-to.js';

/** What a button carries to come back to the list. */
export type ListButton = {
  readonly region?: string | null;
  readonly age?: string | null;
  readonly schoolForm?: string | null;
  readonly page?: string | null;
};

/** The cards of the catalogue. */
export const catalogueCards = {
  list: referenceTo<ListButton>('service-list'),
  service: referenceTo<ListButton & { readonly serviceId: ServiceId }>('service-card'),
} as const;
