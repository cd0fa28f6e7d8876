import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { ClaimsIdentity, ServiceClientCredentialsFactory, UserTokenClient } from 'botframework-connector';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { ServiceTrust } from './service-trust.js';
import { KeptConnector, KeptTokenClients } from './kept-clients.js';
import { settingsOf, type BotCredentials } from './bot-credentials.js';
import { channelKeysUrl, KeysUnreachable, SigningKeys } from './signing-keys.js';
import { VerifiedCallers } from './verified-callers.js';

/** Settings that point the SDK at another identity service. It ignores them unless all seven are given together. */
export interface IdentitySettings {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly OAuthUrl: string;
  readonly CallerId: string;
}

/** For tests only: another identity service, other outgoing tokens, other trusted services. */
export interface DoorOverrides {
  readonly identity: IdentitySettings;
  readonly credentialsFactory: ServiceClientCredentialsFactory;
  readonly trustService: ServiceTrust;
}

const channelIssuer = 'https://api.botframework.com';
type Authenticate = ConfigurationBotFrameworkAuthentication['authenticateRequest'];
type Caller = Awaited<ReturnType<Authenticate>>;

/**
 * The SDK's token check with its holes closed: a forged, tampered or premature token is refused with 401 instead of
 * 500, a missing service url is refused, and only tokens of the channel itself come in. The SDK would also take
 * tokens of the emulator and of other bots, lets a forged token add its issuer to a list that is never emptied, and prints each token's
 * fault: {@link SigningKeys} refuses before it is asked. A token that was verified is not verified again for a few minutes.
 */
export class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly issuer: string;
  private readonly audience: string;
  private readonly signingKeys: SigningKeys;
  private readonly verified = new VerifiedCallers<Caller>();
  private readonly tokenClients = new KeptTokenClients();

  constructor(credentials: BotCredentials, overrides?: DoorOverrides) {
    if (!credentials.appId)
      throw new Error('An empty app id switches authentication off: use the local mode for that.');
    super({ ...settingsOf(credentials), ...overrides?.identity }, overrides?.credentialsFactory);
    this.issuer = overrides?.identity.ToBotFromChannelTokenIssuer ?? channelIssuer;
    this.audience = credentials.appId;
    this.signingKeys = new SigningKeys(overrides?.identity.ToBotFromChannelOpenIdMetadataUrl ?? channelKeysUrl);
  }

  /** Gives who calls. Throws an AuthenticationError: 401, or 503 when the keys could not be fetched. */
  override async authenticateRequest(...[activity, header]: Parameters<Authenticate>): ReturnType<Authenticate> {
    if (!activity.serviceUrl) throw new AuthenticationError('The service url is missing.', 401);
    const known = this.verified.find(header, activity);
    if (known !== null) return known;
    const { token, exp } = requireChannelToken(header, this.issuer);
    try {
      const { issuer, audience } = this;
      await this.signingKeys.check(token, { issuer, audience, channelId: activity.channelId ?? '' });
      const caller = withKeptConnector(await super.authenticateRequest(activity, header));
      this.verified.keep(header, activity, exp, caller);
      return caller;
    } catch (cause) {
      throw refusal(cause);
    }
  }

  override createUserTokenClient(caller: ClaimsIdentity): Promise<UserTokenClient> {
    return this.tokenClients.of(caller, () => super.createUserTokenClient(caller));
  }
}

/** The SDK makes a client for each activity; a caller that is known keeps the first. */
const withKeptConnector = (caller: Caller): Caller =>
  caller.connectorFactory === undefined
    ? caller
    : { ...caller, connectorFactory: new KeptConnector(caller.connectorFactory) };

/** Authentication for the local mode: none. The server must listen on this machine only. */
export function noAuthentication(): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '', MicrosoftAppPassword: '' });
}

function requireChannelToken(header: string, issuer: string): { readonly token: string; readonly exp: number } {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header) ?? [];
  if (!token) throw new AuthenticationError('A bearer token is required.', 401);
  const { alg, iss, exp } = unverified(token);
  if (alg !== 'RS256' || iss !== issuer || typeof exp !== 'number') {
    throw new AuthenticationError('The token is not valid.', 401);
  }
  return { token, exp };
}

function unverified(token: string): { alg?: unknown; iss?: unknown; exp?: unknown } {
  try {
    return { ...decodeJwt(token), alg: decodeProtectedHeader(token).alg };
  } catch {
    throw new AuthenticationError('The token cannot be read.', 401);
  }
}

/** Everything is 401 except when the keys could not be fetched: that is not the caller's fault. */
function refusal(cause: unknown): AuthenticationError {
  const error = cause instanceof Error ? cause : new Error('unknown');
  const keysMissing =
    error instanceof KeysUnreachable ||
    error.name === 'FetchError' ||
    (error instanceof AuthenticationError && error.statusCode === 500);
  const refused = keysMissing
    ? new AuthenticationError('The signing keys could not be fetched.', 503)
    : new AuthenticationError('The token is not valid.', 401);
  refused.cause = error;
  return refused;
}
