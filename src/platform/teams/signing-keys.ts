import { decodeProtectedHeader, errors, importJWK, jwtVerify, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod';

/** Where Microsoft's channel says by which keys it signs; the SDK asks there too. */
export const channelKeysUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** The keys could not be fetched: nobody can say yet whether a token is true. */
export class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';
}

/** A token that this channel did not sign for us, or not for this channel. Says nothing of the token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** What a token has to be true for. */
export interface MeantFor {
  readonly issuer: string;
  readonly audience: string;
  /** The channel that its key has to be endorsed for: `msteams`. */
  readonly channelId: string;
}

interface SigningKey {
  readonly key: CryptoKey | Uint8Array;
  readonly endorsements: readonly string[];
}

const metadataShape = z.object({ jwks_uri: z.url() });
const keysShape = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), endorsements: z.array(z.string()).default([]) })),
});

/** As long as the SDK keeps them. */
const staleMs = 24 * 3_600_000;
/** An unknown key is no reason to ask more often: anybody can invent one. */
const askAgainMs = 3_600_000;
const patienceMs = 10_000;

/**
 * The keys by which the channel signs. Checks a token before the SDK does: that prints the stack and the key of each token it refuses
 * (jwtTokenExtractor.js, `console.error`), and takes a key without endorsements for endorsed. One fetch at a time.
 */
export class SigningKeys {
  private keys = new Map<string, SigningKey>();
  private fetchedAt = -Infinity;
  private fetching: Promise<void> | null = null;

  constructor(
    private readonly metadataUrl: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Throws {@link TokenRefused} or {@link KeysUnreachable}. Five minutes of difference between clocks are forgiven, as by the SDK. */
  async check(token: string, { issuer, audience, channelId }: MeantFor): Promise<void> {
    const signer = await this.signerOf(token);
    if (!signer.endorsements.includes(channelId)) throw new TokenRefused('its key is not endorsed for this channel');
    try {
      const { payload } = await jwtVerify(token, signer.key, {
        algorithms: ['RS256'],
        issuer,
        audience,
        requiredClaims: ['exp'],
        clockTolerance: 300,
      });
      if (payload.aud !== audience) throw new TokenRefused('for several bots');
    } catch (cause) {
      if (cause instanceof errors.JOSEError) throw new TokenRefused(cause.code);
      throw cause;
    }
  }

  private async signerOf(token: string): Promise<SigningKey> {
    const { kid } = decodeProtectedHeader(token);
    if (kid === undefined) throw new TokenRefused('names no key');
    const age = this.now() - this.fetchedAt;
    if (age > staleMs || (!this.keys.has(kid) && age > askAgainMs)) await this.fetchOnce();
    const signer = this.keys.get(kid);
    if (signer === undefined) throw new TokenRefused('an unknown key');
    return signer;
  }

  private fetchOnce(): Promise<void> {
    this.fetching ??= this.fetchKeys().finally(() => (this.fetching = null));
    return this.fetching;
  }

  private async fetchKeys(): Promise<void> {
    try {
      const { jwks_uri: keysUrl } = metadataShape.parse(await getJson(this.metadataUrl));
      const { keys } = keysShape.parse(await getJson(keysUrl));
      this.keys = new Map(await Promise.all(keys.filter(({ kty }) => kty === 'RSA').map(toSigner)));
      this.fetchedAt = this.now();
    } catch (cause) {
      throw new KeysUnreachable('The signing keys could not be fetched.', { cause });
    }
  }
}

const toSigner = async ({
  endorsements,
  ...jwk
}: z.output<typeof keysShape>['keys'][number]): Promise<readonly [string, SigningKey]> => [
  jwk.kid,
  { key: await importJWK(jwk as JWK, 'RS256'), endorsements },
];

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
