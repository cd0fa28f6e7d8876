import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { BotCredentials, DoorOverrides } from '../../src/platform/teams/door.js';
import { trustLoopback } from '../../src/platform/teams/service-trust.js';
import { keptFolder } from './kept-folder.js';

export const testBot: BotCredentials & { readonly tenantId: string } = {
  appId: 'b07b07b0-0000-4000-8000-000000000001',
  proof: { kind: 'password', password: 'not-a-secret' },
  tenantId: '7e4a4700-0000-4000-8000-000000000001',
};

/** The outgoing token the test bot sends to the connector. */
export const outgoingToken = 'outgoing-test-token';

export interface TokenClaims {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly [claim: string]: unknown;
}

/** An identity service on this machine that signs tokens as Microsoft's channel does. */
export interface Identity {
  readonly metadataUrl: string;
  readonly issuer: string;
  readonly kid: string;
  readonly publicJwk: JWK;
  /** A token of the channel for one service url; any claim can be given another value, or left out with `undefined`. */
  sign(claims: TokenClaims, key?: CryptoKey, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** What the door needs to believe this identity service. */
  readonly doorOverrides: DoorOverrides;
  close(): Promise<void>;
}

/** The same key under other names: endorsed for nothing, and for other channels. */
export const unendorsedKid = 'key-endorsed-for-nothing';
export const otherChannelKid = 'key-of-other-channels';

/** Starts an identity service with one RS256 key, endorsed for `msteams`. Close it at the end. */
export async function startIdentity(bot: BotCredentials = testBot): Promise<Identity> {
  const kid = 'key-1';
  const jwk = await signingKey();
  const privateKey = (await importJWK(jwk, 'RS256')) as CryptoKey;
  const publicJwk: JWK = { kty: jwk.kty, n: jwk.n, e: jwk.e, kid, use: 'sig', alg: 'RS256' };
  const server = await serveKeys([
    { ...publicJwk, endorsements: ['msteams'] },
    { ...publicJwk, kid: unendorsedKid },
    { ...publicJwk, kid: otherChannelKid, endorsements: ['skype', 'webchat'] },
  ]);
  return {
    metadataUrl: server.metadataUrl,
    issuer,
    kid,
    publicJwk,
    sign: (claims, key = privateKey, header = {}) =>
      new SignJWT(payload({ iss: issuer, aud: bot.appId, ...claims }))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
        .sign(key),
    doorOverrides: trusting(server.metadataUrl, bot),
    close: server.close,
  };
}

/** Made once and kept: a new pair costs as much as an intake. Nothing but these tests believes it. */
async function signingKey(): Promise<JWK & { kty: string }> {
  const file = join(keptFolder('identity'), 'key.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(await exportJWK(privateKey)));
    renameSync(`${file}.${process.pid}`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as JWK & { kty: string };
}

function payload(claims: TokenClaims): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return { nbf: now - 60, exp: now + 3600, ...claims };
}

const issuer = 'https://identity.test';

/** What a door needs to believe the identity service at this address, also that of another process. */
export function trusting(metadataUrl: string, bot: BotCredentials = testBot): DoorOverrides {
  return {
    identity: {
      ToChannelFromBotLoginUrl: `https://login.test/${bot.tenantId}`,
      ToChannelFromBotOAuthScope: 'https://api.test',
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      OAuthUrl: 'https://oauth.test',
      CallerId: 'urn:botframework:test',
    },
    credentialsFactory: new OfflineCredentials(bot.appId, 'not-a-secret', bot.tenantId ?? ''),
    trustService: trustLoopback,
  };
}

type Credentials = Awaited<ReturnType<PasswordServiceClientCredentialFactory['createCredentials']>>;

/** Hands out a fixed outgoing token, because the real one needs the network. */
class OfflineCredentials extends PasswordServiceClientCredentialFactory {
  override async createCredentials(): Promise<Credentials> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${outgoingToken}`);
        return request;
      },
    };
  }
}

async function serveKeys(keys: readonly object[]): Promise<{ metadataUrl: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const jwks = request.url === '/keys';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(jwks ? { keys } : { issuer: base(), jwks_uri: `${base()}/keys` }));
  });
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { metadataUrl: `${base()}/openid`, close };
}
