import { z } from 'zod';
import { job } from '../../contracts/action.js';
import type { Notice, Outcome } from '../../contracts/outcome.js';
import { isLocalDate, type LocalDate } from '../../domain/local-date.js';
import { groupByAsked, linesAssuredBefore, reminderKey, type Asked, type AskedGroup } from './asked.js';
import { toKeeper } from './keeper.js';
import { lineCards, lineJobs } from './line-cards.js';

/** Three weeks after a round: one reminder to who has lines left. After that the mark of an old line speaks for itself. */
export const remindKeepers = job({
  name: lineJobs.remindKeepers.name,
  subject: z.object({ round: z.string().refine(isLocalDate) }),
  async load(read, { round }) {
    const lines = (await linesAssuredBefore(read, round)).filter(({ askedOn }) => askedOn === round);
    return { round, groups: await groupByAsked(read, lines) };
  },
  decide: ({ round, groups }): Outcome => ({ notices: groups.flatMap((group) => reminderFor(round, group)) }),
});

function reminderFor(round: LocalDate, { of, id, keeper }: AskedGroup): Notice[] {
  const to = toKeeper(keeper);
  const asked: Asked = { round, of, id };
  const params = { ...asked, reminder: 'yes' as const };
  return to === null ? [] : [{ key: reminderKey(asked), ...lineCards.toConfirm.with(params), to }];
}
