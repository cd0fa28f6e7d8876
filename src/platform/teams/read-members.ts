import type { ConnectorClient } from 'botframework-connector';
import { DeliveryError } from '../../contracts/connector.js';
import type { Member, Sender } from '../../contracts/turn.js';

type Read<T> = (client: ConnectorClient, conversationId: string, abortSignal: AbortSignal) => Promise<T>;
type Ask = <T>(read: Read<T>) => Promise<T>;

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
  return accounts.flatMap(({ id, name, aadObjectId, objectId, ...told }) => {
    const person = aadObjectId ?? objectId;
    const ways = waysIn(told);
    return id && person ? [{ aadObjectId: person, teamsId: id, name: name ?? '', ...ways }] : [];
  });
}

/** What is not told may be left out, empty or null. */
const waysIn = ({ email, userPrincipalName, givenName }: Partial<Account>): Omit<Member, keyof Sender> => ({
  email: email || null,
  chatName: userPrincipalName || null,
  givenName: givenName || null,
});
