import type { Database } from '../../../src/platform/storage/connection.js';
import { Message, type FakeTeams } from '../fake-teams/index.js';

/** Puts the messages that a kept database has sent into a new Teams: empty ones, until the bot edits them. */
export async function standPosts(teams: FakeTeams, { kysely }: Database): Promise<void> {
  const rows = await kysely
    .selectFrom('message')
    .leftJoin('message as parent', 'parent.key', 'message.underKey')
    .select(['message.activityId as id', 'message.conversationId', 'parent.activityId as under'])
    .where('message.activityId', 'is not', null)
    .orderBy('message.seq')
    .execute();
  for (const human of teams.world.humans) teams.world.personalChat(human);
  for (const { id, conversationId, under } of rows) {
    const conversation = teams.world.conversations.get(conversationId ?? '');
    if (conversation === undefined || id === null) continue;
    const thread = conversation.scope === 'channel' ? (under ?? id) : null;
    conversation.messages.push(new Message(id, conversation, thread, 'bot', {}, teams.world.tick()));
  }
}
