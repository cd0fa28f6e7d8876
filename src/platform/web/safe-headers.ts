/** A page needs no script; styles stand in it, pictures come from here or from the page itself, forms go back here. */
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The headers that protect every answer of ours. The content policy goes with HTML only: a browser would apply it to its
 * own viewer of a PDF as well, and show nothing.
 */
export function safeHeaders(type: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    ...(type.startsWith('text/html') ? { 'content-security-policy': policy } : {}),
  };
}
