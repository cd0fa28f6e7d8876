import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';

interface Pipeline {
  removePolicy(which: { name: string }): unknown;
  getOrderedPolicies(): readonly { name: string }[];
}

/** What is inside the SDK's client, as far as we need it. */
const withPipeline = z.object({
  pipeline: z.custom<Pipeline>(
    (one) => typeof one === 'object' && one !== null && 'removePolicy' in one && 'getOrderedPolicies' in one,
  ),
});

/** One connector client per service url; there are as many as regions and tenants, which is few. */
export class ClientCache {
  private readonly clients = new Map<string, Promise<ConnectorClient>>();

  constructor(
    private readonly authentication: ConfigurationBotFrameworkAuthentication,
    private readonly appId: string,
  ) {}

  /** Gives a client that holds a valid token already, so that a slow token is never taken for a slow delivery. */
  async ready(serviceUrl: string): Promise<ConnectorClient> {
    const client = await this.clientFor(serviceUrl);
    const credentials: object = client.credentials;
    if ('getToken' in credentials && typeof credentials.getToken === 'function' && this.appId) {
      await credentials.getToken();
    }
    return client;
  }

  private clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    const made = this.make(serviceUrl);
    made.catch(() => this.clients.delete(serviceUrl));
    this.clients.set(serviceUrl, made);
    return made;
  }

  private async make(serviceUrl: string): Promise<ConnectorClient> {
    const bot = new ClaimsIdentity([{ type: 'aud', value: this.appId }]);
    const client = await this.authentication.createConnectorFactory(bot).create(serviceUrl);
    askOnce(client);
    return client;
  }
}

/**
 * Takes out the client's own retries (up to three, without end time) and its following of redirects (which could carry
 * the token elsewhere). The SDK's `noRetryPolicy` option has no effect any more, so they are removed by name; fails
 * when that stops working, rather than posting things twice.
 */
function askOnce(client: ConnectorClient): void {
  const { pipeline } = withPipeline.parse(Reflect.get(client, 'client'));
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) pipeline.removePolicy({ name });
  const left = pipeline.getOrderedPolicies().filter(({ name }) => /retry|redirect/i.test(name));
  if (left.length > 0) throw new Error(`The connector client still has ${left.map(({ name }) => name).join(', ')}.`);
}
