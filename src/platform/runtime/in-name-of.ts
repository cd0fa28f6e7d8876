import type { Actor } from '../../contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import type { OrganisationId } from '../../domain/ids.js';

/**
 * For which organisation somebody did this: the one that gave the right, as the decision says or its events do; in a channel
 * the channel's; otherwise the only one there is. Of several in somebody's own chat none is named rather than a wrong one.
 */
export function inNameOf(verdict: Outcome | Refusal, { channel, organisations }: Actor): OrganisationId | null {
  const said = isRefusal(verdict) ? undefined : (verdict.inNameOf ?? ofEvents(verdict));
  if (said !== undefined) return said;
  if (channel !== null) return channel.organisationId;
  return organisations.length === 1 ? (organisations[0]?.id ?? null) : null;
}

/** What happened to a case, as far as it matters here. */
interface Happening {
  readonly events: readonly { readonly organisationId: OrganisationId | null }[];
}

function ofEvents({ cases, roundTables, trajectories, inquiries }: Outcome): OrganisationId | undefined {
  const all: readonly Happening[] = [
    ...(cases ?? []),
    ...(roundTables ?? []),
    ...(trajectories ?? []),
    ...(inquiries ?? []),
  ];
  const named = all.flatMap(({ events }) => events).find(({ organisationId }) => organisationId !== null);
  return named?.organisationId ?? undefined;
}
