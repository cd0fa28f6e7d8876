import { sql } from 'kysely';
import type { Outgoing } from '../../contracts/connector.js';
import { GiveUp } from '../queue/job.js';
import { contextWith } from '../runtime/perform.js';
import type { Database } from '../storage/connection.js';
import { createRead } from '../storage/read.js';
import type { MessageRow } from '../storage/rows/schema.js';
import type { DeliveryDeps } from './deliver.js';
import type { MessageToSend } from './message-to-send.js';

/** What is to be sent, as things stand now; null: there is nothing to show any more. */
export async function fill(world: DeliveryDeps, message: MessageToSend): Promise<Outgoing | null> {
  const { parts, registry, renderer } = world;
  const view = registry.view(message.view);
  if (view === null) throw new GiveUp('no-such-view');
  if (view.audience !== 'stored') throw new GiveUp('not-for-everybody');
  const db = parts.database.kysely;
  const context = contextWith(parts, message.settings);
  const language = world.language ?? message.language;
  const read = createRead(db, parts.sealer, context.now);
  const filled = await renderer.view(view, message.params, read, { ...context, language, actor: null });
  if (filled === null) return null;
  return { ...filled, mention: await calledBy(db, message) };
}

/**
 * Who is called by name: the one it is for while he or she is in that team, otherwise the coordinator of the organisation, when in it;
 * otherwise nobody. Teams refuses to call somebody who left, and it would help nobody.
 */
async function calledBy(db: Database['kysely'], { mentionId, channelId }: MessageRow): Promise<Outgoing['mention']> {
  if (mentionId === null) return null;
  const { rows } = await sql<NonNullable<Outgoing['mention']>>`
    select p.teams_id, p.name from person p left join channel c on c.id = ${channelId}
      left join organisation o on o.id = c.organisation_id
    where (p.id = ${mentionId} and (c.id is null or c.roster_checked_at is null)) or (p.id in (${mentionId}, o.coordinator_id)
      and exists (select 1 from membership m where m.person_id = p.id and m.channel_id = c.id))
    order by p.id = ${mentionId} desc limit 1`.execute(db);
  return rows[0] ?? null;
}
