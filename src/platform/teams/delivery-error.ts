import { DeliveryError } from '../../contracts/connector.js';

/** The time for a request is up. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Faults before anything was sent: there was nobody to send it to. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES']);

interface Failed {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { headers?: { get(name: string): string | undefined } };
}

/**
 * What is known of a request that failed. `sent` says whether the request itself had begun: when only the token
 * was being fetched, nothing can have arrived. A 502 or 504 is a gateway that got no answer, so the outcome is unknown.
 */
export function toDeliveryError(error: unknown, sent: boolean, now: Date): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const failed = meaningOf(error, sent, now);
  failed.cause = causeOf(error);
  return failed;
}

function meaningOf(error: unknown, sent: boolean, now: Date): DeliveryError {
  if (error instanceof NoAnswer || !sent) return new DeliveryError({ ending: 'nothing', unknown: sent });
  const { statusCode, code, response } = (error ?? {}) as Failed;
  if (!statusCode) return new DeliveryError({ ending: 'nothing', unknown: !neverLeft.has(code ?? '') });
  if (statusCode < 300) return new DeliveryError({ ending: 'unreadable', status: statusCode, unknown: true });
  return new DeliveryError({
    ending: 'answered',
    status: statusCode,
    retryAfterMs: retryAfterMs(response?.headers?.get('retry-after'), now),
    unknown: statusCode === 502 || statusCode === 504,
    ...(code === undefined ? {} : { code }),
  });
}

/** A word for the log. Never the error itself: it holds the request, and so the token and the card. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Reads a Retry-After header: seconds, or a date. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.ceil(Number(header) * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
