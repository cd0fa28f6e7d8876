import {
  ConnectorFactory,
  type ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';

/**
 * The clients that the SDK makes for every activity, each with a pipeline of its own, made once for a caller that is known: they
 * hold nothing of the activity. A factory is of one caller, whose token counts for one service url.
 */
export class KeptConnector extends ConnectorFactory {
  private readonly clients = new Map<string, ConnectorClient>();

  constructor(private readonly factory: ConnectorFactory) {
    super();
  }

  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = JSON.stringify([serviceUrl, audience]);
    const client = this.clients.get(key) ?? (await this.factory.create(serviceUrl, audience));
    this.clients.set(key, client);
    return client;
  }
}

/** The client that asks for tokens of users, by who calls: it goes when the caller is forgotten. */
export class KeptTokenClients {
  private readonly clients = new WeakMap<ClaimsIdentity, UserTokenClient>();

  async of(caller: ClaimsIdentity, make: () => Promise<UserTokenClient>): Promise<UserTokenClient> {
    const client = this.clients.get(caller) ?? (await make());
    this.clients.set(caller, client);
    return client;
  }
}
