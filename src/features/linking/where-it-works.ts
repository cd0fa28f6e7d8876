import type { Conversation } from '../../contracts/turn.js';
import type { LinkCode, Organisation } from '../../domain/organisation.js';

/** In which tenants an organisation and the Meldpunt have their linked channels. */
export interface Homes {
  readonly own: readonly string[];
  readonly desk: readonly string[];
}

/**
 * Why a code that is right does not link this conversation; null when it does. A code works in one tenant, unless the desk
 * has said otherwise. The Meldpunt sees every file, so its codes link channels only: who is in those, a team can see. An
 * organisation that has no channel yet may begin in a tenant of its own, but then with a channel.
 */
export function notHere(
  code: Pick<LinkCode, 'tenantId' | 'anyTenant'>,
  { kind }: Pick<Organisation, 'kind'>,
  { tenantId, scope }: Pick<Conversation, 'tenantId' | 'scope'>,
  homes: Homes,
): 'code-other-tenant' | 'code-needs-channel' | null {
  const among = (tenants: readonly string[]): boolean =>
    tenants.length === 0 || tenants.some((one) => one.toLowerCase() === tenantId.toLowerCase());
  const where = code.tenantId === null ? homes.own : [code.tenantId];
  if (!code.anyTenant && !among(where)) return 'code-other-tenant';
  if (scope === 'channel') return null;
  return kind === 'desk' || !among(homes.desk) ? 'code-needs-channel' : null;
}
