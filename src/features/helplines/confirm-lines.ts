import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { HelpLineId } from '../../domain/ids.js';
import { askedCards, askedShape, linesAsked, type Asked } from './asked.js';
import { confirmed } from './confirm-line.js';
import { keepersOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';

interface Loaded {
  readonly asked: Asked;
  readonly lines: readonly HelpLine[];
}

/**
 * `alles klopt nog`: the lines that stood on the page that was looked at, as far as they still wait. Others that have
 * moved up since are not confirmed unseen.
 */
export const confirmLines = action({
  slug: 'confirm-lines',
  subject: z.object({ ...askedShape, lineIds: z.string().transform((typed) => typed.split(',') as HelpLineId[]) }),
  fields: z.object({}),
  async load(read, { lineIds, ...asked }): Promise<Loaded> {
    const waiting = await linesAsked(read, asked);
    return { asked, lines: waiting.filter(({ id }) => lineIds.includes(id)) };
  },
  may: (_loaded, { actor }) => keepersOnly(actor),
  decide({ asked, lines }, _fields, context): Outcome {
    const told = lines.map((line) => confirmed(line, context));
    return {
      changes: told.flatMap(({ changes }) => changes),
      entries: told.flatMap(({ entries }) => entries),
      refresh: lines.flatMap(askedCards),
      reply: { ...lineCards.toConfirm.shown(asked), note: { key: 'lines-confirmed' } },
    };
  },
});
