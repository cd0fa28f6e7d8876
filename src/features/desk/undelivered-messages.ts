import type { Read, UndeliveredMessage } from '../../contracts/read.js';

/** The messages of one desk post: what could not be delivered to one organisation for one reason. */
export const messagesOf = (
  read: Read,
  { organisationId, reason }: { readonly organisationId: string | null; readonly reason: string },
): Promise<UndeliveredMessage[]> =>
  read.undelivered({ organisationId: organisationId as UndeliveredMessage['organisationId'], reason });
