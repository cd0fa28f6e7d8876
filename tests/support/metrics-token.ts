/** By which tests read the figures of a bot. */
export const metricsToken = 'example-token-of-the-tests';

/** A request that shows a token. */
export const showing = (token: string): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${token}` },
});
