import type { OrganisationId, PersonId, PlaceId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/local-date.js';
import { referenceTo } from '../../domain/reference-to.js';

/** The cards of linking, wherever they live. */
export const linkingCards = {
  linked: referenceTo<{ readonly placeId: PlaceId }>('linked-place'),
  codeUsed: referenceTo<{ readonly codeId: string }>('code-used'),
  codesRefused: referenceTo<{ readonly day: LocalDate }>('codes-refused'),
  /** `by`: who unlinked it; nobody when the bot was taken away. */
  suspended: referenceTo<{ readonly placeId: PlaceId; readonly by?: PersonId }>('place-suspended'),
  /** `expiresAt` as text. */
  code: referenceTo<{ readonly code: string; readonly organisationId: OrganisationId; readonly expiresAt: string }>(
    'link-code',
  ),
} as const;
