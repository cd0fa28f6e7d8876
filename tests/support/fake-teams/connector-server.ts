import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodes, text, type Node } from './card-reading.js';
import type { Call, Faults } from './faults.js';
import { cardOf, type Human, type Conversation, type World } from './world.js';

/** One call of the bot to the connector, exactly as it came in. */
export interface WireCall {
  readonly method: string;
  readonly path: string;
  readonly conversationId: string;
  readonly authorization: string | null;
  readonly body: Node | null;
  readonly bytes: number;
  readonly at: number;
  /** The status it was answered with; null while it waits or when the connection broke before. */
  status: number | null;
  /** The connection broke: by a fault, or because the bot gave up waiting. */
  broken: boolean;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

interface Request {
  readonly call: Call;
  readonly conversation: Conversation | null;
  readonly carryOut: () => Reply;
}

export interface ConnectorSettings {
  readonly world: World;
  readonly faults: Faults;
  readonly wire: WireCall[];
  /** The size of a page of members. */
  pageSize: number;
  /** Whether the bot's own token is good; without it everything is. */
  readonly accepts?: ((authorization: string | null) => boolean) | undefined;
}

const LARGEST = 100 * 1024;
const problem = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message } },
});

/** The Bot Framework connector service, as far as a bot uses it. */
export async function startConnector(settings: ConnectorSettings): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    handle(settings, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, problem(500, 'FakeTeamsBroke', String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

async function handle(settings: ConnectorSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await read(request);
  const url = new URL(request.url ?? '/', 'http://teams');
  const parts = url.pathname.split('/v3/')[1]?.split('/').map(decodeURIComponent) ?? [];
  const seen: WireCall = {
    method: request.method ?? '',
    path: url.pathname,
    conversationId: parts[1] ?? '',
    authorization: request.headers.authorization ?? null,
    body: raw ? (JSON.parse(raw) as Node) : null,
    bytes: Buffer.byteLength(raw),
    at: Date.now(),
    status: null,
    broken: false,
  };
  settings.wire.push(seen);
  response.once('close', () => (seen.broken = !response.writableFinished));
  const finish = (reply: Reply): void => {
    seen.status = reply.status;
    send(response, reply);
  };
  if (settings.accepts && !settings.accepts(seen.authorization))
    return finish(problem(401, 'Unauthorized', 'Bad token'));
  const asked = new Router(settings, seen, url.searchParams).route(parts);
  const fault = settings.faults.take(asked.conversation, asked.call);
  if (!fault) return finish(asked.carryOut());
  if (typeof fault.trouble === 'object') return finish({ body: {}, ...fault.trouble });
  if (fault.trouble === 'accept-then-drop') {
    asked.carryOut();
    request.socket.destroy();
    return;
  }
  await fault.untilReleased();
  if (fault.trouble === 'slow') return finish(asked.carryOut());
  request.socket.destroy();
}

class Router {
  constructor(
    private readonly settings: ConnectorSettings,
    private readonly wire: WireCall,
    private readonly query: URLSearchParams,
  ) {}

  private get body(): Node {
    return this.wire.body ?? {};
  }

  route(parts: readonly string[]): Request {
    const [kind, id = '', what, which] = parts;
    if (kind === 'teams') return { call: 'team', conversation: null, carryOut: () => this.team(id, what) };
    if (kind !== 'conversations')
      return { call: 'team', conversation: null, carryOut: () => problem(404, 'NotFound', this.wire.path) };
    if (!id) return this.create();
    const [root = '', thread] = id.split(';messageid=');
    const conversation = this.settings.world.conversations.get(root) ?? null;
    const carryOut = (run: (conversation: Conversation) => Reply) => (): Reply => {
      if (!conversation) return problem(404, 'ConversationNotFound', 'Conversation not found.');
      if (!conversation.botInside)
        return problem(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
      return run(conversation);
    };
    if (what === 'members' || what === 'pagedmembers')
      return { call: 'members', conversation, carryOut: carryOut((at) => this.members(at, what, which)) };
    if (what !== 'activities')
      return { call: 'team', conversation, carryOut: () => problem(404, 'NotFound', this.wire.path) };
    if (this.wire.method === 'POST')
      return { call: 'post', conversation, carryOut: carryOut((at) => this.post(at, thread ?? null)) };
    if (this.wire.method === 'PUT')
      return { call: 'edit', conversation, carryOut: carryOut((at) => this.edit(at, which ?? '')) };
    return { call: 'delete', conversation, carryOut: carryOut((at) => this.remove(at, which ?? '')) };
  }

  private post(conversation: Conversation, thread: string | null): Reply {
    const bad = this.refused(conversation);
    if (bad) return bad;
    if (this.body['type'] === 'typing') return { status: 201, body: { id: this.settings.world.messageId() } };
    if (thread !== null && !conversation.message(thread))
      return problem(404, 'ActivityNotFoundInConversation', 'Thread not found.');
    return { status: 201, body: { id: this.settings.world.store(conversation, thread, 'bot', this.body).id } };
  }

  private edit(conversation: Conversation, id: string): Reply {
    const message = conversation.message(id);
    // Real Teams answers so as well as with 404 (BotFramework-Services#269).
    if (conversation.deletedMessage(id)?.onceDeleted === 'forbidden') return problem(403, 'ServiceError', 'Unknown');
    if (!message) return problem(404, 'ActivityNotFoundInConversation', 'Activity not found.');
    if (message.author !== 'bot') return problem(403, 'Forbidden', 'Not a message of this bot.');
    const bad = this.refused(conversation);
    if (bad) return bad;
    message.edit(this.body);
    return { status: 200, body: { id } };
  }

  private remove(conversation: Conversation, id: string): Reply {
    const message = conversation.message(id);
    if (!message) return problem(404, 'ActivityNotFoundInConversation', 'Activity not found.');
    message.deleted = true;
    message.views.clear();
    return { status: 200 };
  }

  /** What Teams does not take. */
  private refused(conversation: Conversation): Reply | null {
    if (this.wire.bytes > LARGEST) return problem(413, 'MessageSizeTooBig', `${this.wire.bytes} bytes`);
    const userIds = (cardOf(this.body)?.['refresh'] as Node | undefined)?.['userIds'];
    const bad = Array.isArray(userIds) && (userIds.length > 60 || userIds.some((id) => !text(id).startsWith('29:')));
    if (bad) return problem(400, 'BadSyntax', 'refresh.userIds takes at most 60 MRIs (29:…)');
    // Somebody who left cannot be called any more: the whole message is refused (botbuilder-js#317).
    const there = new Set([...conversation.people].map(({ teamsId }) => teamsId));
    const called = nodes((cardOf(this.body)?.['msteams'] as Node | undefined)?.['entities']).map(({ mentioned }) =>
      text((mentioned as Node | undefined)?.['id']),
    );
    if (called.some((id) => !there.has(id))) return problem(400, 'BadArgument', 'A mentioned user is not here.');
    const empty = this.body['type'] === 'message' && !this.body['text'] && nodes(this.body['attachments']).length === 0;
    return empty ? problem(400, 'BadSyntax', 'The activity must include non empty text or attachments') : null;
  }

  private members(conversation: Conversation, what: 'members' | 'pagedmembers', which: string | undefined): Reply {
    const everybody = [...conversation.people].map(account);
    const listed = [...conversation.people].filter((who) => !conversation.notListed.has(who)).map(account);
    if (which !== undefined) {
      const one = everybody.find((each) => each.id === which || each.aadObjectId === which);
      return one ? { status: 200, body: one } : problem(404, 'MemberNotFoundInConversation', 'Member not found.');
    }
    if (what === 'members') return { status: 200, body: listed };
    const start = Number(this.query.get('continuationToken')?.replace('page-', '') ?? 0);
    const end = start + Math.min(Number(this.query.get('pageSize') ?? Infinity), this.settings.pageSize);
    const more = end < listed.length ? { continuationToken: `page-${end}` } : {};
    return { status: 200, body: { members: listed.slice(start, end), ...more } };
  }

  private team(id: string, what: string | undefined): Reply {
    const team = this.settings.world.teams.get(id);
    if (!team) return problem(404, 'NotFound', 'Team not found.');
    if (!team.botInside)
      return problem(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    const { name, aadGroupId, tenantId, channels, people } = team;
    if (what !== 'conversations')
      return {
        status: 200,
        body: { id, name, aadGroupId, tenantId, channelCount: channels.length, memberCount: people.size },
      };
    // As in Teams: the General channel comes without a name.
    const listed = channels.map((each) => (each === team.general ? { id: each.id } : { id: each.id, name: each.name }));
    return { status: 200, body: { conversations: listed } };
  }

  /** A new personal chat with somebody, or a new post in a channel. */
  private create(): Request {
    const { world } = this.settings;
    const channel = ((this.body['channelData'] as Node | undefined)?.['channel'] as Node | undefined)?.['id'];
    const member = text(nodes(this.body['members'])[0]?.['id']);
    const person = world.humans.find((each) => each.teamsId === member || each.aadObjectId === member);
    const conversation = channel ? world.conversations.get(text(channel)) : person && world.personalChat(person);
    const carryOut = (): Reply => {
      if (!conversation) return problem(404, 'ConversationNotFound', 'Conversation not found.');
      if (!conversation.botInside) return problem(403, 'BotNotInConversationRoster', 'The bot is not there.');
      if (!channel) return { status: 201, body: { id: conversation.id } };
      const message = world.store(conversation, null, 'bot', (this.body['activity'] ?? {}) as Node);
      return { status: 201, body: { id: `${conversation.id};messageid=${message.id}`, activityId: message.id } };
    };
    return { call: 'post', conversation: conversation ?? null, carryOut };
  }
}

/** Members of other tenants carry their own (msteams-docs#13206). */
function account(person: Human) {
  const [givenName = '', ...rest] = person.name.split(' ');
  const email = `${person.name.toLowerCase().replace(/[^a-z]+/g, '.')}@voorbeeld.be`;
  const { teamsId: id, aadObjectId, tenantId, userRole = 'user' } = person;
  const name = person.isNameless ? null : person.name;
  const names = { name, givenName, surname: rest.join(' '), email, userPrincipalName: email };
  return { id, aadObjectId, objectId: aadObjectId, tenantId, userRole, ...names };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
}
