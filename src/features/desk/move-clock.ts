import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Reply } from '../../contracts/outcome.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { readClock } from './read-clock.js';
import { deskCards } from './desk-cards.js';
import { startCards } from '../../contracts/start-cards.js';

/**
 * Local mode only: the desk moves the program's clock forward, so that terms and reminders can be seen. Anywhere else the
 * word is not understood. The same message told again by Teams moves nothing twice.
 */
export const moveClock = action({
  slug: 'move-clock',
  words: { nl: ['klok'], en: ['clock'], rest: 'by' },
  subject: z.object({ by: z.string().max(100).default('') }),
  fields: z.object({}),
  load: async (read, { by }, { turnId }) => ({ by: by.trim(), again: await read.hasMessage(`said:${turnId}`) }),
  may: (_loaded, { local, actor }) => (local ? deskOnly(actor) : null),
  decide({ by, again }, _fields, context) {
    if (!context.local) return { reply: notUnderstood(context) };
    if (by === '' || again) return { reply: deskCards.clock.shown({}) };
    const answer = readClock(by, context.now, context.calendar);
    if ('problem' in answer) return { reply: deskCards.clock.shown({ problem: answer.problem }) };
    return { moveClock: answer.forward, reply: deskCards.clock.shown({}) };
  },
});

const notUnderstood = ({ actor }: ActionContext): Reply =>
  startCards.suggestions.shown({
    nearest: [actor.organisations.length === 0 ? 'link-channel' : 'list-my-referrals', 'say-help'],
  });
