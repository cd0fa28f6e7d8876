import type { OrganisationId, PersonId, ChannelId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/local-date.js';
import { referenceTo } from '../../domain/reference-to.js';

/** The cards of linking, wherever they live. */
export const linkingCards = {
  linked: referenceTo<{ readonly channelId: ChannelId }>('linked-channel'),
  codeUsed: referenceTo<{ readonly codeId: string }>('code-used'),
  codesRefused: referenceTo<{ readonly day: LocalDate }>('codes-refused'),
  /** `by`: who unlinked it; nobody when the bot was taken away. */
  suspended: referenceTo<{ readonly channelId: ChannelId; readonly by?: PersonId }>('channel-suspended'),
  restored: referenceTo<{ readonly channelId: ChannelId }>('channel-restored'),
  /** `expiresAt` as text. */
  code: referenceTo<{ readonly code: string; readonly organisationId: OrganisationId; readonly expiresAt: string }>(
    'link-code',
  ),
} as const;
