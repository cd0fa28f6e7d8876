import { DeliveryError } from '../../contracts/connector.js';

/** The time for a request is up. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Faults before anything was sent: there was nobody to send it to. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES']);
const worthRetrying = new Set([408, 412, 425, 429]);

interface Failed {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { headers?: { get(name: string): string | undefined } };
}

/**
 * What a failed request means for its message. `sent` says whether the request itself had begun: when only the token
 * was being fetched, nothing can have arrived. A 502 or 504 is a gateway that got no answer, so the outcome is unknown.
 */
export function toDeliveryError(error: unknown, sent: boolean, now: Date): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const failed = meaningOf(error, sent, now);
  failed.cause = causeOf(error);
  return failed;
}

function meaningOf(error: unknown, sent: boolean, now: Date): DeliveryError {
  if (error instanceof NoAnswer || !sent) return new DeliveryError('again', null, null, sent);
  const { statusCode, code, response } = (error ?? {}) as Failed;
  if (!statusCode) return new DeliveryError('again', null, null, !neverLeft.has(code ?? ''));
  if (statusCode < 300) return new DeliveryError('again', statusCode, null, true);
  const unknown = statusCode === 502 || statusCode === 504;
  const wait = retryAfterMs(response?.headers?.get('retry-after'), now);
  return new DeliveryError(kindOf(statusCode), statusCode, wait, unknown, code ?? null);
}

/** A word for the log. Never the error itself: it holds the request, and so the token and the card. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function kindOf(status: number): DeliveryError['kind'] {
  if (status >= 500 || worthRetrying.has(status)) return 'again';
  return status === 403 || status === 404 ? 'gone' : 'refused';
}

/** Reads a Retry-After header: seconds, or a date. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.ceil(Number(header) * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
