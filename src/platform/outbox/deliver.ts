import { createHash } from 'node:crypto';
import type { Address, Connector, Outgoing } from '../../contracts/connector.js';
import type { Language } from '../../domain/language.js';
import type { Runtime } from '../runtime/perform.js';
import type { YieldToPresses } from '../runtime/yield-to-presses.js';
import type { Registry } from '../runtime/registry.js';
import type { Renderer } from '../runtime/render.js';
import type { MessageRow } from '../storage/rows/schema.js';
import { afterFailure } from './after-failure.js';
import type { Call } from './delivery-policy.js';
import type { TeamsServices } from './teams-services.js';
import { fill } from './fill-message.js';
import { messageToSend, type MessageToSend } from './message-to-send.js';
import { note, type Sent } from './note-sent.js';
import { addressOf } from './where-to.js';

export interface DeliveryDeps {
  readonly parts: Runtime;
  readonly registry: Registry;
  readonly renderer: Renderer;
  readonly connector: Connector;
  /** What is known of each address of Teams. */
  readonly services: TeamsServices;
  /** The language forced in local mode, or null. */
  readonly language: Language | null;
  /** Work of the queue lets a press that is being answered go first. */
  readonly yieldToPresses: YieldToPresses;
  /** Counts a post that may stand twice: the process died between Teams' acceptance and our note of it. */
  repeated(): void;
}

/**
 * Sends one message of the outbox, or edits it when it was posted before: filled fresh, so several changes become one
 * edit. Doing it twice comes to the same. `tried` says how often it was tried before. Throws RetryLater to be tried again,
 * GiveUp when a person is needed.
 */
export async function deliver(world: DeliveryDeps, messageId: string, tried = 0): Promise<void> {
  const message = await messageToSend(world.parts.database, messageId);
  if (message?.state !== 'due' || message.sentRevision >= message.wantedRevision) return;
  let [call, serviceUrl]: [Call, string | null] = ['open-chat', message.serviceUrl];
  try {
    const address = await addressOf(world, message);
    [call, serviceUrl] = [callFor(message, address), address.serviceUrl];
    await note(world, message, await bringUpToDate(world, message, address));
  } catch (error) {
    throw await afterFailure(world, message, { call, serviceUrl, error, tried });
  }
}

const callFor = ({ activityId }: MessageRow, { threadId }: Address): Call =>
  activityId !== null ? 'edit' : threadId === null ? 'post' : 'reply';

/** Fills it and sends it, when there is something to show that does not stand there already. */
async function bringUpToDate(world: DeliveryDeps, message: MessageToSend, address: Address): Promise<Sent> {
  const { activityId, sentDigest } = message;
  const outgoing = await fill(world, message);
  if (outgoing === null) return { activityId, digest: sentDigest };
  const digest = digestOfCard(outgoing);
  if (activityId !== null && digest === sentDigest) return { activityId, digest, unsent: true };
  const sent = await send(world, message, address, outgoing);
  await world.services.answered(address.serviceUrl, true, message.trouble === 'away');
  return { activityId: sent, digest };
}

/** The same card is not sent twice: an edit that changes nothing would disturb everybody who looks at it. */
const digestOfCard = ({ card, mention }: Outgoing): string =>
  createHash('sha256')
    .update(JSON.stringify([card, mention]))
    .digest('base64url');

/** Posts once, then edits. `attempted` is noted before the first post, so that a repeat can be counted. */
async function send(world: DeliveryDeps, message: MessageRow, address: Address, outgoing: Outgoing): Promise<string> {
  if (message.activityId !== null) {
    await world.connector.edit(address, message.activityId, outgoing);
    return message.activityId;
  }
  if (message.attempted) world.repeated();
  await world.parts.database.kysely
    .updateTable('message')
    .set({ attempted: true })
    .where('id', '=', message.id)
    .execute();
  return (await world.connector.post(address, outgoing)).activityId;
}
