import { z } from 'zod';
import { job, type Schedule } from '../../contracts/action.js';
import type { Notice, Outcome } from '../../contracts/outcome.js';
import { askedBefore, nextRound, roundOf } from '../../domain/helpline/round.js';
import type { LocalDate } from '../../domain/local-date.js';
import { entry } from '../../domain/timeline/entries.js';
import { askedKey, groupByAsked, linesAssuredBefore, type Asked, type AskedGroup } from './asked.js';
import { toKeeper } from './keeper.js';
import { lineCards, lineJobs } from './line-cards.js';

/** So long after the round begins, who has not answered is reminded once. */
const reminderAfterDays = 21;

const name = 'ask-keepers';

/** Twice a year, on 1 April and 1 October at nine. */
export const keepersRound: Schedule = {
  job: name,
  next(now, { calendar }) {
    const today = calendar.dayOf(now);
    const at = calendar.at(roundOf(today), 9, 0);
    return at > now ? at : calendar.at(nextRound(today), 9, 0);
  },
};

/**
 * Asks each keeper, on one card, whether the lines are still right, but for what was confirmed just before; the team when
 * the keeper cannot be reached, the desk for lines without a keeper. The round is in every key: doing it again sends nothing.
 */
export const askKeepers = job({
  name,
  subject: z.object({}),
  async load(read, _subject, { now, calendar }) {
    const round = roundOf(calendar.dayOf(now));
    const lines = await linesAssuredBefore(read, askedBefore(round));
    return { round, groups: await groupByAsked(read, lines) };
  },
  decide({ round, groups }, { now, calendar }): Outcome {
    const remindOn = calendar.addDays(calendar.dayOf(now), reminderAfterDays);
    const asked = groups.flatMap(({ lines }) => lines.filter(({ askedOn }) => askedOn !== round));
    return {
      changes: asked.map((line) => ({ put: 'helpLine' as const, row: { ...line, askedOn: round } })),
      entries: asked.map(({ id }) => entry('help-line', id, 'asked', { round })),
      notices: groups.flatMap((group) => cardFor(round, group)),
      dues: [
        lineJobs.remindKeepers.at(calendar.at(remindOn, 9, 0), `${lineJobs.remindKeepers.name}:${round}`, { round }),
      ],
    };
  },
});

function cardFor(round: LocalDate, { of, id, keeper }: AskedGroup): Notice[] {
  const to = toKeeper(keeper);
  const asked: Asked = { round, of, id };
  return to === null ? [] : [{ key: askedKey(asked), ...lineCards.toConfirm.with(asked), to }];
}
