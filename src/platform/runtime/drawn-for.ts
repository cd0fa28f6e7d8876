import type { ViewContext } from '../../contracts/action.js';
import type { CardJson } from '../../contracts/turn.js';
import type { Read } from '../../contracts/read.js';
import type { Refusal } from '../../contracts/outcome.js';
import { createRead } from '../storage/read.js';
import type { Sealer } from '../storage/keys/seal.js';
import { seenOnce, sureOf, unchanged, type Asking, type Sure } from './doubted.js';
import type { Invocation } from './perform.js';
import type { Renderer } from './render.js';
import type { Seen } from './seen-in-roster.js';

/** What was being drawn turned out to hold something sealed, and Teams does not say of every team that this person is in it. */
class ForLess extends Error {
  constructor(readonly seen: Seen) {
    super('sealed, for somebody who acts for less');
  }
}

/**
 * How something is drawn: `whole` for this person; `refused` when it may be seen by nothing that Teams says now; `stored` as it
 * stands in the conversation for everybody, because Teams says nothing now.
 */
export interface Drawing extends Sure {
  readonly as: 'whole' | 'less' | 'stored';
  readonly read: Read;
}

/**
 * Draws something for one person: the only way to a card in answer to somebody. The first thing sealed that is opened for it asks
 * Teams who is in the team (decision 6), so no card can forget to ask. When Teams says less than was known, it is drawn again by what
 * Teams says; what stands in the conversation for everybody is drawn as it stands there while Teams says nothing.
 */
export async function drawnFor<T>(
  asking: Asking,
  given: Invocation,
  { hasStored }: { readonly hasStored: boolean },
  draw: (drawing: Drawing) => Promise<T>,
): Promise<T> {
  const { parts } = asking;
  const readBy = (sealer: Sealer) => createRead(parts.database.kysely, sealer, parts.clock.now());
  try {
    return await draw({ as: 'whole', read: readBy(openedAfterAsking(asking, given)), ...unchanged(given) });
  } catch (error) {
    if (!(error instanceof ForLess)) throw error;
    const read = readBy(parts.sealer);
    if (hasStored && error.seen.doubt === 'silent') return draw({ as: 'stored', read, ...unchanged(given) });
    return draw({ as: 'less', read, ...(await sureOf(asking, true, given)) });
  }
}

/** Opens only what this person may see by what Teams says now. */
const openedAfterAsking = (asking: Asking, { actor }: Invocation): Sealer => ({
  ...asking.parts.sealer,
  async open(key, row, sealed) {
    if (key === null) return null;
    const seen = await seenOnce(asking, actor);
    if (seen.actor.organisations.length < actor.organisations.length) throw new ForLess(seen);
    return asking.parts.sealer.open(key, row, sealed);
  },
});

/** For whom it is drawn: what stands for everybody is drawn for nobody. */
export const seenBy = ({ as }: Drawing, context: ViewContext): ViewContext =>
  as === 'stored' ? { ...context, actor: null } : context;

/** Why only what stands for everybody is shown, after what was said already. */
export const whyStored = (renderer: Renderer, { language }: ViewContext, said = ''): string =>
  `${said} ${renderer.note({ key: 'as-it-stands' }, language) ?? ''}`.trim();

/** Without asking for itself anew: it would be asked again and again. */
export const still = ({ refresh: _asked, ...card }: CardJson): CardJson => card;

/** What has no rule of its own may be shown by the act that led to it, and by nobody of whom Teams says less. */
export const noLess = ({ as }: Drawing): Refusal | null => (as === 'less' ? { refused: 'not-yours' } : null);
