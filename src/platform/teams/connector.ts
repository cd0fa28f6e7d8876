import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { DeliveryError } from '../../contracts/connector.js';
import type { Address, Connector, Outgoing } from '../../contracts/connector.js';
import type { Member } from '../../contracts/turn.js';
import { ClientCache } from './connector-client.js';
import { NoAnswer, toDeliveryError } from './delivery-error.js';
import { toMessage } from './outgoing-message.js';
import { readMember, readMembers, type Ask } from './read-members.js';
import { OwnSendWindows, type SendWindows } from '../send-windows/own.js';
import { OutboundRateLimit, realClock } from './outbound-rate-limit.js';
import type { Clock, SendLimits } from './outbound-rate-limit.js';
import { ServiceCircuit, type CircuitTuning } from './service-circuit.js';
import type { ServiceTrust } from './service-trust.js';
import { rootOf } from './to-turn.js';

/** What may be tuned on the way out; the defaults follow Teams' own limits. */
export interface ConnectorTuning {
  /** How long one request may take; 5 s. */
  readonly timeoutMs?: number;
  /** How long a message may wait for its turn before it is handed back to the queue; 2 s. */
  readonly longestWaitMs?: number;
  readonly limits?: SendLimits;
  readonly circuit?: CircuitTuning;
  /** Told how many addresses of Teams do not answer now. */
  readonly silentAddresses?: (addresses: number) => void;
  readonly clock?: Clock;
  /** Where it is noted when something was sent; of this process alone when it is not said. */
  readonly windows?: SendWindows;
}

export interface ConnectorParts extends ConnectorTuning {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  /** '' in local mode: no token is sent. */
  readonly appId: string;
  readonly trustService: ServiceTrust;
}

/** Makes the way out to Teams: one request per call, never repeated here, always ended in time. */
export function createConnector(parts: ConnectorParts): Connector {
  const sender = new PatientSender(parts);
  return {
    post: (to, message) => sender.post(to, message),
    edit: (to, activityId, message) => sender.edit(to, activityId, message),
    openChat: (person) => sender.openChat(person),
    members: (of) => sender.members(of),
    member: (of, teamsId) => sender.member(of, teamsId),
  };
}

class PatientSender implements Connector {
  private readonly clients: ClientCache;
  private readonly gate: OutboundRateLimit;
  private readonly circuit: ServiceCircuit;
  private readonly clock: Clock;
  private readonly timeoutMs: number;

  constructor(private readonly parts: ConnectorParts) {
    this.clients = new ClientCache(parts.authentication, parts.appId);
    this.clock = parts.clock ?? realClock;
    this.gate = new OutboundRateLimit(
      this.clock,
      parts.longestWaitMs ?? 2_000,
      parts.windows ?? new OwnSendWindows(this.clock),
      parts.limits,
    );
    this.circuit = new ServiceCircuit(this.clock, parts.circuit, parts.silentAddresses);
    this.timeoutMs = parts.timeoutMs ?? 5_000;
  }

  async post(to: Address, message: Outgoing): Promise<{ activityId: string }> {
    await this.gate.passSend(to.tenantId, rootOf(to.conversationId));
    const { id } = await this.call(to, (client, abortSignal) =>
      client.conversations.sendToConversation(conversationOf(to), toMessage(message, to.tenantId), { abortSignal }),
    );
    if (!id) throw new DeliveryError({ ending: 'unreadable', unknown: true });
    return { activityId: id };
  }

  async edit(to: Address, activityId: string, message: Outgoing): Promise<void> {
    await this.gate.passSend(to.tenantId, rootOf(to.conversationId));
    const activity = { ...toMessage(message, to.tenantId), id: activityId };
    await this.call(to, (client, abortSignal) =>
      client.conversations.updateActivity(conversationOf(to), activityId, activity, { abortSignal }),
    );
  }

  async openChat({ tenantId, teamsId, serviceUrl }: Parameters<Connector['openChat']>[0]) {
    await this.gate.passRead(tenantId);
    const chat = {
      isGroup: false,
      bot: { id: `28:${this.parts.appId}`, name: '' },
      members: [{ id: teamsId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    const made = await this.call({ serviceUrl }, (client, abortSignal) =>
      client.conversations.createConversation(chat as never, { abortSignal }),
    );
    if (!made.id) throw new DeliveryError({ ending: 'unreadable', unknown: true });
    return { conversationId: made.id };
  }

  members(of: Address): Promise<Member[]> {
    return readMembers(this.asking(of));
  }

  member(of: Address, teamsId: string): Promise<Member | null> {
    return readMember(this.asking(of), teamsId);
  }

  /** Asks something of a conversation, within what Teams allows. */
  private asking(of: Address): Ask {
    const conversationId = rootOf(of.conversationId);
    return async (read) => {
      await this.gate.passRead(of.tenantId);
      return this.call(of, (client, abortSignal) => read(client, conversationId, abortSignal), true);
    };
  }

  private async call<T>(
    to: Pick<Address, 'serviceUrl'>,
    work: (client: ConnectorClient, signal: AbortSignal) => Promise<T>,
    forPress = false,
  ): Promise<T> {
    if (!this.parts.trustService(to.serviceUrl)) throw new DeliveryError({ ending: 'not-trusted' });
    return this.circuit.through(
      to.serviceUrl,
      async () => {
        const client = await this.within((_signal) => this.clients.ready(to.serviceUrl), false);
        return this.within((signal) => work(client, signal), true);
      },
      forPress,
    );
  }

  /** `sent`: whether Teams may have done what was asked when the time is up. */
  private async within<T>(work: (signal: AbortSignal) => Promise<T>, sent: boolean): Promise<T> {
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new NoAnswer());
        abort.abort();
      }, this.timeoutMs);
    });
    try {
      return await Promise.race([work(abort.signal), late]);
    } catch (error) {
      throw toDeliveryError(error, sent, this.clock.now());
    } finally {
      clearTimeout(timer);
    }
  }
}

/** With the post's id a message becomes a reply in its thread, without it a new post. */
function conversationOf({ conversationId, threadId }: Address): string {
  const root = rootOf(conversationId);
  return threadId === null ? root : `${root};messageid=${threadId}`;
}
