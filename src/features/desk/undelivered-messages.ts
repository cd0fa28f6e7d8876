import type { Read, UndeliveredMessage } from '../../contracts/read.js';

/** The messages of one desk post: what could not be delivered to one organisation for one reason. */
export const messagesOf = async (
  read: Read,
  { organisationId, reason }: { readonly organisationId: string | null; readonly reason: string },
): Promise<UndeliveredMessage[]> =>
  (await read.undelivered()).filter((one) => one.organisationId === organisationId && one.reason === reason);
