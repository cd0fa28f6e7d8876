import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import type { Worker } from '../../../domain/worker.js';
import { onlyOne } from '../../../lib/only-one.js';
import { texts } from '../../../texts/index.js';
import type { Reader } from './strip.js';

/** A button that opens a chat with somebody in Teams. */
export interface Chat {
  readonly title: string;
  readonly url: string;
}

/**
 * "Chat met An", with the reference in the message and nothing of a pupil. Null when Teams has not told us under which
 * name to open it. Between two Teams environments it is not promised to work, so number and mail always stand beside it.
 */
export function chatWith(worker: Worker | null, facts: Where, reader: Reader, context: ViewContext): Chat | null {
  if (worker?.chatName == null || worker.id === context.actor?.person.id) return null;
  const t = texts(context.language);
  const name = worker.givenName ?? worker.name;
  const message = t('case.card.chat-message', { reference: facts.referral.reference });
  const tenant = context.actor?.conversation.tenantId ?? environmentOf(facts, reader);
  // With the name of another environment Teams would leave the reader's own, where the chat is.
  const within = tenant === worker.tenantId ? [['tenantId', tenant] as const] : [];
  const asked = [...within, ['users', worker.chatName], ['message', message]] as const;
  const query = asked.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return { title: t('case.buttons.chat', { name }), url: `https://teams.microsoft.com/l/chat/0/0?${query}` };
}

/** The case, and where its posts are read. */
type Where = Pick<CaseFacts, 'referral' | 'tenants' | 'threads'>;

/** Where the card of a side is read: where its post stands; before it stands anywhere, the only environment of its channels. */
const environmentOf = ({ threads, tenants }: Where, reader: Reader): string | null =>
  (reader === 'desk' ? null : threads[reader]?.tenantId) ?? onlyOne(tenants[reader]);
