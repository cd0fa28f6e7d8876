import type { Server } from 'restify';
import type { Connector } from '../../contracts/connector.js';
import type { Answer, Turn } from '../../contracts/turn.js';
import type { Failure, Log } from './carry-out.js';
import { createConnector } from './connector.js';
import type { ConnectorTuning } from './connector.js';
import { InboundRateLimit } from './inbound-rate-limit.js';
import { messagesEndpoint } from './messages-endpoint.js';
import { createApplication } from './routes.js';
import { close, createServer, listen, sayGoodbye } from './server.js';
import { isLoopback, trustLoopback, trustTeams } from './service-trust.js';
import { StrictAuthentication, noAuthentication } from './strict-auth.js';
import type { BotCredentials } from './bot-credentials.js';
import type { DoorOverrides } from './strict-auth.js';
import { TeamsAdapter } from './teams-adapter.js';

export type { BotCredentials } from './bot-credentials.js';
export type { DoorOverrides, IdentitySettings } from './strict-auth.js';
export type { Failure, Log } from './carry-out.js';

export interface DoorOptions {
  /** `local`: no authentication, this machine only, for a first look and for the Agents Playground. */
  readonly credentials: BotCredentials | 'local';
  /** The tenants that may come in; not looked at in local mode. */
  readonly tenants: readonly string[];
  /** 0 takes a free port. */
  readonly port: number;
  /** Where to listen; every address by default, `127.0.0.1` (and nothing else) in local mode. */
  readonly host?: string;
  /** What to do with a turn. Only for a press of kind `execute` does the answer reach the person. */
  readonly onTurn: (turn: Turn) => Promise<Answer>;
  /** How to apologise when `onTurn` throws; by default a plain sentence with the number. */
  readonly onFailure?: (failure: Failure) => Answer | Promise<Answer>;
  readonly log: Log;
  /** Hangs in the web pages. */
  readonly pages?: (server: Server) => void;
  /** Turns one person may make in a minute; 120 by default. */
  readonly turnsPerMinute?: number;
  readonly connector?: ConnectorTuning;
  /** For tests only. */
  readonly overrides?: DoorOverrides;
}

export interface Door {
  listen(): Promise<{ port: number }>;
  /** Goes on answering, but keeps no connection: before it closes. */
  sayGoodbye(): void;
  close(): Promise<void>;
  readonly adapter: TeamsAdapter;
  readonly connector: Connector;
}

/**
 * The way in from Teams and the way out to it. Refuses to be made when it would stand open: without app id, without
 * tenants, or in local mode on an address that others can reach.
 */
export function createDoor(options: DoorOptions): Door {
  const host = hostOf(options);
  const authentication = authenticationOf(options);
  const adapter = new TeamsAdapter(authentication);
  const trustService = trustOf(options);
  const server = createServer(options.credentials === 'local');
  const application = createApplication(options);
  const flood = new InboundRateLimit(options.turnsPerMinute ?? 120);
  const admitsTenant = tenantsOf(options);
  server.post(
    '/api/messages',
    messagesEndpoint({ authentication, adapter, application, admitsTenant, trustService, flood, log: options.log }),
  );
  options.pages?.(server);
  const appId = options.credentials === 'local' ? '' : options.credentials.appId;
  return {
    listen: () => listen(server, options.port, host),
    sayGoodbye: () => sayGoodbye(server),
    close: () => close(server),
    adapter,
    connector: createConnector({ authentication, appId, trustService, ...options.connector }),
  };
}

function hostOf({ credentials, host }: DoorOptions): string {
  if (credentials !== 'local') return host ?? '0.0.0.0';
  if (host !== undefined && !isLoopback(host)) {
    throw new Error('The local mode has no authentication: it may listen on 127.0.0.1 only.');
  }
  return '127.0.0.1';
}

function authenticationOf({ credentials, overrides }: DoorOptions) {
  return credentials === 'local' ? noAuthentication() : new StrictAuthentication(credentials, overrides);
}

function trustOf({ credentials, overrides }: DoorOptions) {
  return credentials === 'local' ? trustLoopback : (overrides?.trustService ?? trustTeams);
}

function tenantsOf({ credentials, tenants }: DoorOptions): (tenantId: string) => boolean {
  if (credentials === 'local') return () => true;
  if (tenants.length === 0) throw new Error('No tenants: nobody could come in.');
  const allowed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return (tenantId) => allowed.has(tenantId.toLowerCase());
}
