import type { Activity } from 'botbuilder';
import type { CardJson } from '../../contracts/turn.js';
import type { Outgoing } from '../../contracts/connector.js';

type Mention = NonNullable<Outgoing['mention']>;

/**
 * A message as Teams takes it: the card and the toast's text. Never with a text beside the card: Teams would make two
 * messages of it and give no id back, so that it could not be edited later. So a mention stands in the card itself.
 */
export function toMessage(message: Outgoing, tenantId: string): Partial<Activity> {
  const content = message.mention ? mentioning(message.card, message.mention) : message.card;
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    channelData: { tenant: { id: tenantId } },
  };
}

/** Puts the person on the card's first line. Teams notifies when the same tag stands in the text and in the entity. */
function mentioning(card: CardJson, { teamsId, name }: Mention): CardJson {
  const text = `<at>${name.replace(/[<>&*_[\]\\]/g, ' ').trim()}</at>`;
  const { entities, ...other } = objectOf(card['msteams']);
  return {
    ...card,
    body: [{ type: 'TextBlock', text, wrap: true }, ...listOf(card['body'])],
    msteams: { ...other, entities: [...listOf(entities), { type: 'mention', text, mentioned: { id: teamsId, name } }] },
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
