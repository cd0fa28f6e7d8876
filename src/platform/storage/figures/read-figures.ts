import type { Read } from '../../../contracts/read.js';
import { FiguresBehind } from '../../../domain/figures/behind.js';
import { figuresFrom } from '../../../domain/figures/counting/index.js';
import type { Figures } from '../../../domain/figures/index.js';
import { dayOf } from '../../calendar/index.js';
import { countedIn, countedLate, lateIn, type DaySpan } from './period-sums.js';
import { progressOf, type Db } from './progress.js';
import { stillAtSchool } from './still-at-school.js';

/** So often it is asked again when what was counted changed meanwhile. */
const attempts = 10;

/**
 * Figures of a period: what was counted per day, with what happened since. Exact at any moment, also while the counting goes on: when it
 * took a step meanwhile, all is asked again.
 */
export function readFigures(db: Db, now: Date) {
  async function attempt(days: DaySpan): Promise<Figures | null> {
    const before = await progressOf(db);
    const late = await countedLate(db, before, now);
    if (late === null) throw new FiguresBehind();
    const sums = [...(await countedIn(db, days)), ...lateIn(late, days)];
    const isSame = (await progressOf(db)).turn === before.turn;
    return isSame ? figuresFrom(sums, await stillAtSchool(db, days)) : null;
  }

  return {
    async figures({ from, until }) {
      const days = { from: dayOf(from), until: dayOf(until) };
      for (let at = 0; at < attempts; at++) {
        const figures = await attempt(days);
        if (figures !== null) return figures;
      }
      throw new FiguresBehind();
    },
  } satisfies Partial<Read>;
}
