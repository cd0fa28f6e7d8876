import type { ConnectorClient } from 'botframework-connector';
import { DeliveryError } from '../../contracts/connector.js';
import type { Member } from '../../contracts/turn.js';

type Read<T> = (client: ConnectorClient, conversationId: string, abortSignal: AbortSignal) => Promise<T>;
/** Asks the connector something of one conversation. */
export type Ask = <T>(read: Read<T>) => Promise<T>;

/** A member as Teams sends it. */
interface Account {
  readonly id?: string;
  readonly name?: string;
  readonly aadObjectId?: string;
  /** What some Teams services call the directory id. */
  readonly objectId?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly givenName?: string;
  readonly tenantId?: string;
  readonly userRole?: string;
}

const pageSize = 500;
const mostPages = 200;
const routeMissing = new Set([404, 405, 501]);

/**
 * Everybody in a conversation who has a directory id, so without bots. Reads page by page; where paging is not known
 * (some test clients), all at once. A conversation that does not exist is not known to the second way either.
 */
export async function readMembers(ask: Ask): Promise<Member[]> {
  try {
    return asMembers(await allPages(ask));
  } catch (error) {
    if (!(error instanceof DeliveryError) || !routeMissing.has(error.status ?? 0)) throw error;
    return asMembers(await ask(atOnce));
  }
}

async function allPages(ask: Ask): Promise<Account[]> {
  const members: Account[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await ask(pageAt(token));
    members.push(...(found.members ?? []));
    if (!found.continuationToken) return members;
    token = found.continuationToken;
  }
  throw new DeliveryError({ ending: 'unreadable' });
}

function pageAt(token: string | undefined): Read<{ members?: Account[]; continuationToken?: string }> {
  // The SDK's type asks for a token on the first page too, where there is none.
  const continuationToken = token as string;
  return (client, conversationId, abortSignal) =>
    client.conversations.getConversationPagedMembers(conversationId, { pageSize, continuationToken, abortSignal });
}

const atOnce: Read<Account[]> = async (client, conversationId, abortSignal) => [
  ...(await client.conversations.getConversationMembers(conversationId, { abortSignal })),
];

function asMembers(accounts: readonly Account[]): Member[] {
  return accounts.flatMap(({ id, name, aadObjectId, objectId, tenantId, userRole, ...told }) => {
    const person = aadObjectId ?? objectId;
    const ways = waysIn(told);
    const who = { tenantId: tenantId || null, isGuest: outsiders.has(userRole?.toLowerCase() ?? '') };
    return id && person ? [{ aadObjectId: person, teamsId: id, name: name ?? '', ...who, ...ways }] : [];
  });
}

/**
 * One member, asked for by name: a roster that lacks somebody may be a half one (botbuilder-dotnet#3276). Null: Teams says
 * that he or she is not there, or cannot be asked so and its roster is believed.
 */
export async function readMember(ask: Ask, teamsId: string): Promise<Member | null> {
  try {
    const one = (client: ConnectorClient, conversationId: string, abortSignal: AbortSignal) =>
      client.conversations.getConversationMember(conversationId, teamsId, { abortSignal });
    return asMembers([await ask<Account>(one)])[0] ?? null;
  } catch (error) {
    const isSaid =
      error instanceof DeliveryError &&
      routeMissing.has(error.status ?? 0) &&
      !error.code?.startsWith('ConversationNotFound');
    if (isSaid) return null;
    throw error;
  }
}

const outsiders = new Set(['guest', 'anonymous']);

/** What is not told may be left out, empty or null. */
const waysIn = ({
  email,
  userPrincipalName,
  givenName,
}: Partial<Account>): Pick<Member, 'email' | 'chatName' | 'givenName'> => ({
  email: email || null,
  chatName: userPrincipalName || null,
  givenName: givenName || null,
});
