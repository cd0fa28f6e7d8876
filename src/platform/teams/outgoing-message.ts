import type { Activity } from 'botbuilder';
import type { Outgoing } from '../../contracts/connector.js';

/** A message as Teams takes it: the card, the toast's text, and the person it notifies. */
export function toMessage(message: Outgoing, tenantId: string): Partial<Activity> {
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
    channelData: { tenant: { id: tenantId } },
    ...(message.mention ? mentioning(message.mention) : {}),
  };
}

/** Teams notifies only when the same tag stands in the text and in the entity. */
function mentioning({ teamsId, name }: NonNullable<Outgoing['mention']>): Partial<Activity> {
  const text = `<at>${name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</at>`;
  const entity = { type: 'mention', text, mentioned: { id: teamsId, name } };
  return { text, textFormat: 'xml', entities: [entity] };
}
