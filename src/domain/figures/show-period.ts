import type { Figures, SumName } from './figure.js';
import { showFigures, type ShownFigures } from './show-figures.js';
import { showStartTimes, showSums, type ShownSum } from './show-sums.js';
import { showTimes, type ShownTime } from './show-times.js';

/** The figures of one period as they may be told: small numbers hidden, and what would give them away. */
export interface ShownPeriod {
  readonly counts: ShownFigures;
  /** Until the first contact. */
  readonly times: readonly ShownTime[];
  /** Until the start of a trajectory. */
  readonly starts: readonly ShownTime[];
  readonly sums: Readonly<Record<SumName, readonly ShownSum[]>>;
}

/** Hides the small numbers of a whole period. */
export function showPeriod(figures: Figures): ShownPeriod {
  const counts = showFigures(figures);
  return {
    counts,
    times: showTimes(figures['time-to-contact']),
    starts: showStartTimes(figures['time-to-start'], counts['trajectories-started']),
    sums: {
      'half-days': showSums(figures['half-days'], 'half-days'),
      absences: showSums(figures.absences, 'absences'),
      'lost-school-time': showSums(figures['lost-school-time'], 'lost-school-time'),
    },
  };
}
