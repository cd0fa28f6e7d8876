import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { caseCards } from '../../../domain/case/cards.js';
import { changesOf } from '../list-changes.js';
import { askedNow, askedOn, isAskedOn, lastAsked, loadOwnList, type OwnList } from './own-list.js';

/**
 * Alles nog nodig: everything that was asked under this day keeps its place, in one press (R11). What was asked later is
 * not confirmed unseen; an old card shows the newest.
 */
export const confirmCheckIn = action({
  slug: 'confirm-check-in',
  subject: z.object({ on: askedOn }),
  fields: z.object({}),
  async load(read, { on }, { actor }): Promise<(OwnList & { on: string }) | Refusal> {
    const list = await loadOwnList(read, actor.person.id, actor);
    return list === null ? { refused: 'not-found' } : { ...list, on };
  },
  may: () => null,
  decide({ rows, on }, _fields, context) {
    const asked = askedNow(rows).filter((row) => isAskedOn(row, on));
    const shown = asked.length > 0 ? on : (lastAsked(rows) ?? on);
    return {
      cases: asked.flatMap(({ referral }) => changesOf(referral, { act: 'confirm-waiting' }, context)),
      reply: caseCards.checkIn.shown({ personId: context.actor.person.id, on: shown }),
    };
  },
});
