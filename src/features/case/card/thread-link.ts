import type { ThreadPost } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { texts } from '../../../texts/index.js';

/**
 * Address of a post in its channel, with the replies under it: `l/message/<channel>/<message>`, as in Microsoft's "Deep link to
 * Teams chat", "navigate to channel conversation". Of the group behind the team Teams tells a bot nothing: it is left out.
 */
export function threadUrl({ conversationId, messageId, tenantId }: ThreadPost): string {
  const path = [conversationId, messageId].map(encodeURIComponent).join('/');
  const asked = { tenantId, parentMessageId: messageId, createdTime: messageId };
  const query = Object.entries(asked).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `https://teams.microsoft.com/l/message/${path}?${query.join('&')}`;
}

/** `[Naar het bericht in het kanaal](…)` for who reads a case in the own chat; null in a channel, and as long as the post does not stand there. */
export function threadLine(
  post: ThreadPost | null,
  { actor, language }: ViewContext,
  isStoredInChat = false,
): string | null {
  if (post === null || !(isStoredInChat || actor?.conversation.scope === 'personal')) return null;
  return `[${texts(language)('case.card.thread')}](${threadUrl(post)})`;
}
