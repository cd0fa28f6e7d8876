import { createPrivateKey, X509Certificate } from 'node:crypto';

/** By what the bot proves to Microsoft that it is the bot. */
export type BotProof =
  | { readonly kind: 'password'; readonly password: string }
  /** `thumbprint`: SHA-1 of the certificate in hex, as Entra shows it. `privateKey`: PEM (PKCS #8). */
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  /** The platform on which it runs (Azure) gives the tokens: there is no secret. */
  | { readonly kind: 'managed-identity' };

/** Who the bot is in Microsoft's identity service. A bot with a tenant asks that tenant for its tokens. */
export interface BotCredentials {
  readonly appId: string;
  /** Null: an old multi-tenant bot, which Azure does not make any more. */
  readonly tenantId: string | null;
  readonly proof: BotProof;
}

/** Why a certificate cannot be used, in words that follow “BOT_CERTIFICATE: ”. */
export class CertificateFault extends Error {
  override readonly name = 'CertificateFault';
}

/**
 * Reads a certificate and its private key from one PEM text, and when it ends. Throws {@link CertificateFault}: nothing that
 * can be read, the key of another, or over at `now`.
 */
export function readCertificate(pem: string, now: Date): { readonly proof: BotProof; readonly endsAt: Date } {
  const { certificate, key } = parsed(pem);
  if (!certificate.checkPrivateKey(key))
    throw new CertificateFault('the private key of this certificate, not of another');
  const endsAt = new Date(certificate.validTo);
  if (endsAt <= now) throw new CertificateFault(`a certificate that holds; this one ended on ${dayOf(endsAt)}`);
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    proof: { kind: 'certificate', thumbprint: certificate.fingerprint.replaceAll(':', ''), privateKey },
    endsAt,
  };
}

function parsed(pem: string) {
  try {
    return { certificate: new X509Certificate(pem), key: createPrivateKey(pem) };
  } catch {
    // What OpenSSL says of it may quote the file.
    throw new CertificateFault('a file with the certificate and its private key, both in PEM and without a password');
  }
}

const monthMs = 31 * 86_400_000;

/** A sentence for the log in the last month before the proof ends, and after; null: there is time, or it never ends. */
export function endOfProof(endsAt: Date | null, now: Date): string | null {
  if (endsAt === null || endsAt.getTime() - now.getTime() > monthMs) return null;
  return `The secret or certificate of the bot ends on ${dayOf(endsAt)}. Without a new one Teams takes nothing from it after that day.`;
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The settings by which the SDK makes the same of them. */
export const settingsOf = ({ appId, tenantId, proof }: BotCredentials): Record<string, string> => ({
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId ?? '',
  MicrosoftAppType: typeOf(tenantId, proof),
  ...(proof.kind === 'password' ? { MicrosoftAppPassword: proof.password } : {}),
  ...(proof.kind === 'certificate'
    ? { CertificateThumbprint: proof.thumbprint, CertificatePrivateKey: proof.privateKey }
    : {}),
});

function typeOf(tenantId: string | null, { kind }: BotProof): string {
  if (kind === 'managed-identity') return 'UserAssignedMsi';
  return tenantId === null ? 'MultiTenant' : 'SingleTenant';
}
