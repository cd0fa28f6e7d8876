import { isRefusal, type Refusal, type Reply } from '../../contracts/outcome.js';
import type { Registry } from './registry.js';
import { startCards } from '../../contracts/start-cards.js';

/** What a press came to. */
export interface Came {
  readonly reply: Reply | Refusal;
  /** Whether anything was stored, sent or planned. */
  readonly stored: boolean;
}

/**
 * What is said in the conversation to a client that knows only Action.Submit: it cannot be answered with a card for one
 * person. A refusal is said as it is; what people can also type is answered as if it was typed; of everything else it is
 * told what became of the press: stored, not stored because something was wrong, or only to be opened elsewhere.
 */
export function forOlderClient(
  { reply, stored }: Came,
  verb: string,
  registry: Pick<Registry, 'action' | 'view' | 'featureOf'>,
): Reply | Refusal {
  if (isRefusal(reply)) return reply;
  if ('form' in reply && reply.errors && Object.keys(reply.errors).length > 0)
    return told('wrong', { of: `${registry.featureOf(reply.form)}.${reply.form}`, codes: Object.values(reply.errors) });
  if (stored) return told('stored');
  const asIfTyped = 'show' in reply && registry.action(verb)?.words && registry.view(reply.show)?.audience === 'stored';
  return asIfTyped ? reply : told('elsewhere');
}

type Said = Parameters<typeof startCards.olderClient.shown>[0];

const told = (what: Said['what'], more: Omit<Said, 'what'> = {}): Reply =>
  startCards.olderClient.shown({ what, ...more });
