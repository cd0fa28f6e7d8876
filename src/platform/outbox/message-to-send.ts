import { sql } from 'kysely';
import type { Language } from '../../domain/language.js';
import type { Settings } from '../../domain/settings.js';
import type { Database } from '../storage/connection.js';
import type { MessageRow } from '../storage/rows/schema.js';
import { settingsFrom } from '../storage/settings.js';

/** The post that a reply stands under. */
export type Parent = Pick<MessageRow, 'activityId' | 'state' | 'reason' | 'threadId' | 'conversationId'>;

/** A message with all that its sending begins from, as things stand now. */
export interface MessageToSend extends MessageRow {
  /** Of the channel it is for; null when it is for none. */
  readonly channelState: string | null;
  /** Where its conversation is reached now: what came in last from there tells it (bot-docs#1829: it can change). */
  readonly presentUrl: string | null;
  /** Of the organisation in whose channel it stands, in a personal chat of the person. */
  readonly language: Language;
  readonly settings: Settings;
  /** Null: there is no such post. */
  readonly parent: Parent | null;
}

type Found = MessageRow & {
  readonly channelState: string | null;
  readonly presentUrl: string | null;
  readonly language: Language | null;
  readonly stored: Readonly<Record<string, unknown>> | null;
  readonly parentId: string | null;
  readonly parentActivity: string | null;
  readonly parentState: Parent['state'];
  readonly parentReason: string | null;
  readonly parentThread: string | null;
  readonly parentConversation: string | null;
};

/** A message and what its sending begins from, in one statement; null: there is none any more. A chat that is opened for it has no conversation yet: then it says whose it is. */
export async function messageToSend({ kysely }: Database, id: string): Promise<MessageToSend | null> {
  const { rows } = await sql<Found>`
    select m.*, (select state from channel where id = m.channel_id) as channel_state,
      coalesce(
        (select service_url from channel where id = m.channel_id and conversation_id = m.conversation_id),
        (select service_url from person where id = m.person_id),
        (select service_url from channel
          where m.channel_id is null and tenant_id = m.tenant_id and conversation_id = m.conversation_id limit 1)
      ) as present_url,
      coalesce(
        (select o.language from channel c join organisation o on o.id = c.organisation_id
          where c.tenant_id = m.tenant_id and c.conversation_id = m.conversation_id and c.scope <> 'personal' limit 1),
        (select language from person where personal_conversation_id = m.conversation_id limit 1),
        (select language from person where id = m.person_id and m.conversation_id is null)
      ) as language,
      (select jsonb_object_agg(key, value) from setting) as stored,
      p.id as parent_id, p.activity_id as parent_activity, p.state as parent_state, p.reason as parent_reason,
      p.thread_id as parent_thread, p.conversation_id as parent_conversation
    from message m left join message p on p.key = m.under_key where m.id = ${id}`.execute(kysely);
  const [row] = rows;
  if (row === undefined) return null;
  const { stored, language, parentId, parentActivity, parentState, parentReason, parentThread, parentConversation } =
    row;
  const parent: Parent = {
    activityId: parentActivity,
    state: parentState,
    reason: parentReason,
    threadId: parentThread,
    conversationId: parentConversation,
  };
  return {
    ...row,
    language: language ?? 'nl',
    settings: settingsFrom(stored ?? {}),
    parent: parentId === null ? null : parent,
  };
}
