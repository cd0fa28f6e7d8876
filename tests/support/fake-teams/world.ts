import { createHash, randomUUID } from 'node:crypto';
import type { CardJson } from '../../../src/contracts/turn.js';
import { nodes, text, textOf, type Node } from './card-reading.js';

export interface Human {
  readonly name: string;
  readonly tenantId: string;
  /** The MRI, `29:…`. */
  readonly teamsId: string;
  readonly aadObjectId: string;
  readonly locale: string;
  /** What a roster says of somebody: `guest` for who was invited into the tenant from outside (msteams-docs: get-teams-context, `userRole`). */
  readonly userRole?: 'user' | 'guest' | 'anonymous';
  /** A roster may give no name (msteams-docs#1650). */
  readonly isNameless?: boolean;
}

export const CARD = 'application/vnd.microsoft.card.adaptive';

export function cardOf(activity: Node): CardJson | null {
  const attachment = nodes(activity['attachments']).find((each) => each['contentType'] === CARD);
  return (attachment?.['content'] as CardJson | undefined) ?? null;
}

/** A message as Teams keeps it, with every version it ever had, and the views that only one person has. */
export class Message {
  readonly versions: Node[];
  readonly views = new Map<Human, { card: CardJson; sequence: number }>();
  deleted = false;
  /** What the bot hears when it edits this after it was deleted; real Teams answers 403 "ServiceError: Unknown" as well. */
  onceDeleted: 'not-found' | 'forbidden' = 'not-found';

  constructor(
    readonly id: string,
    readonly conversation: Conversation,
    /** The post this is a reply to, or its own id; null outside channels. */
    readonly threadId: string | null,
    readonly author: Human | 'bot',
    activity: Node,
    readonly sequence: number,
  ) {
    this.versions = [activity];
  }

  /** The present version as the bot sent it. */
  get activity(): Node {
    return this.versions.at(-1) ?? {};
  }

  get card(): CardJson | null {
    return cardOf(this.activity);
  }

  /** What everybody in the conversation reads: the text and the stored card. */
  get text(): string {
    return [text(this.activity['text']), this.card ? textOf(this.card) : ''].filter(Boolean).join('\n');
  }

  /** What the toast shows. */
  get summary(): string {
    return text(this.activity['summary']);
  }

  /** MRIs that are notified by name. */
  get mentions(): string[] {
    const inCard = (this.card?.['msteams'] as Node | undefined)?.['entities'];
    return [...nodes(this.activity['entities']), ...nodes(inCard)]
      .filter((entity) => entity['type'] === 'mention')
      .map((entity) => text((entity['mentioned'] as Node)['id']));
  }

  get isPost(): boolean {
    return this.threadId === this.id;
  }

  edit(activity: Node): void {
    this.versions.push(activity);
    this.views.clear();
  }

  cardFor(person: Human): CardJson | null {
    return this.views.get(person)?.card ?? this.card;
  }
}

/** A conversation: a personal chat, a group chat or a channel. */
export class Conversation {
  readonly messages: Message[] = [];

  constructor(
    readonly id: string,
    readonly scope: 'personal' | 'group' | 'channel',
    readonly name: string | null,
    readonly tenantId: string,
    readonly people: Set<Human>,
    readonly team: Team | null,
    private readonly ownBot = { inside: true },
  ) {}

  /** This channel alone is deleted, or the bot is not allowed in it. */
  isDeleted = false;
  /** Left out of the list of members although they are there: a roster may be a half one (botbuilder-dotnet#3276). */
  readonly notListed = new Set<Human>();

  get botInside(): boolean {
    if (this.isDeleted) return false;
    return this.team ? this.team.botInside : this.ownBot.inside;
  }

  setBotInside(inside: boolean): void {
    if (this.team) this.team.botInside = inside;
    else this.ownBot.inside = inside;
  }

  /** In a channel: the posts; elsewhere all messages. Deleted ones are left out. */
  get posts(): Message[] {
    return this.messages.filter((message) => !message.deleted && (message.threadId === null || message.isPost));
  }

  /** The posts of the bot only. */
  get botPosts(): Message[] {
    return this.posts.filter((message) => message.author === 'bot');
  }

  repliesTo(post: Message): Message[] {
    return this.messages.filter((message) => !message.deleted && message.threadId === post.id && message !== post);
  }

  message(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id && !message.deleted);
  }

  deletedMessage(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id && message.deleted);
  }
}

export class Team {
  readonly channels: Conversation[] = [];
  readonly people = new Set<Human>();
  botInside = true;

  constructor(
    readonly id: string,
    readonly name: string,
    readonly tenantId: string,
    readonly aadGroupId: string,
  ) {}

  /** The General channel: it has the id of the team. */
  get general(): Conversation {
    return this.channel('General');
  }

  channel(name: string): Conversation {
    const found = this.channels.find((channel) => channel.name === name);
    if (found) return found;
    throw new Error(`team ${this.name} has no channel "${name}": ${this.channels.map((each) => each.name).join(', ')}`);
  }
}

/** Everything that exists in this Teams, and the counters it hands out. */
export class World {
  readonly conversations = new Map<string, Conversation>();
  readonly teams = new Map<string, Team>();
  readonly humans: Human[] = [];
  private lastId = 0;
  private sequence = 0;

  /** Ids like Teams: milliseconds as text, never twice. */
  messageId(): string {
    this.lastId = Math.max(this.lastId + 1, Date.now());
    return String(this.lastId);
  }

  tick(): number {
    return ++this.sequence;
  }

  store(conversation: Conversation, threadId: string | null, author: Human | 'bot', activity: Node): Message {
    const id = this.messageId();
    const thread = conversation.scope === 'channel' ? (threadId ?? id) : null;
    const message = new Message(id, conversation, thread, author, activity, this.tick());
    conversation.messages.push(message);
    return message;
  }

  human(name: string, tenantId: string, locale: string, own: Partial<Human>): Human {
    const mark = createHash('sha256').update(`${name} ${this.humans.length} ${randomUUID()}`).digest('base64url');
    const human = { name, tenantId, locale, teamsId: `29:1${mark}`, aadObjectId: randomUUID(), ...own };
    this.humans.push(human);
    return human;
  }

  team(name: string, tenantId: string, channels: readonly string[]): Team {
    const team = new Team(threadId('tacv2'), name, tenantId, randomUUID());
    this.teams.set(team.id, team);
    for (const channel of ['General', ...channels.filter((each) => each !== 'General')]) {
      const id = channel === 'General' ? team.id : threadId('tacv2');
      const conversation = new Conversation(id, 'channel', channel, tenantId, team.people, team);
      team.channels.push(conversation);
      this.conversations.set(id, conversation);
    }
    return team;
  }

  groupChat(name: string, tenantId: string, people: readonly Human[]): Conversation {
    return this.chat(new Conversation(threadId('v2'), 'group', name, tenantId, new Set(people), null));
  }

  personalChat(of: Human): Conversation {
    const id = `a:1${createHash('sha256').update(of.teamsId).digest('base64url')}`;
    return (
      this.conversations.get(id) ?? this.chat(new Conversation(id, 'personal', null, of.tenantId, new Set([of]), null))
    );
  }

  private chat(conversation: Conversation): Conversation {
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }
}

const threadId = (kind: string): string => `19:${randomUUID().replaceAll('-', '')}@thread.${kind}`;
