import type { PersonId } from '../../../domain/ids.js';
import { referenceTo } from '../../../domain/reference-to.js';

/** The card that tells what others did. Moments as ISO text. */
export const catchingCards = {
  happened: referenceTo<{ readonly personId: PersonId; readonly since?: string; readonly page?: number }>(
    'what-happened',
  ),
} as const;
