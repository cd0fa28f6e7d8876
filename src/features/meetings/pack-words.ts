import { shownAt, type CountName, type Shown } from '../../domain/figures/index.js';
import type { Language } from '../../domain/language.js';
import type { Bar } from '../../contracts/document.js';
import { texts } from '../../texts/index.js';
import type { PackFacts } from './pack-facts.js';

type By = Readonly<Record<string, string>>;

/** A number as it may be told: `12`, `< 5`, or `–` for one that would give a small number away. */
export const shownWord = (shown: Shown): string =>
  shown === 'small' ? '< 5' : shown === 'hidden' ? '–' : String(shown);

/** A number beside that of the pack before; null: there is none. */
export interface BesideBefore {
  readonly now: Shown;
  readonly before: Shown | null;
}

/** `12 (was 9)`, or `12` when there is no pack before. */
export const comparedWord = ({ now, before }: BesideBefore, language: Language): string =>
  before === null
    ? shownWord(now)
    : texts(language)('meetings.pack.compared', { now: shownWord(now), before: shownWord(before) });

/**
 * One figure of the pack in both periods, cell by cell: 0 where nothing was counted, `hidden` where only the total is told. What the pack
 * before did not know yet it did not say.
 */
export const comparedAt =
  ({ now, then }: PackFacts, name: CountName): ((by: By) => BesideBefore) =>
  (by) => ({
    now: shownAt(now?.counts[name] ?? [], by),
    before: then?.counts[name] === undefined ? null : shownAt(then.counts[name], by),
  });

/** Bars of the two periods; a kept-back number has no bar. `highest` is the longest of all. */
export function barsOf(
  labels: readonly (readonly [string, By])[],
  at: (by: By) => BesideBefore,
  language: Language,
): { readonly bars: Bar[]; readonly highest: number } {
  const bars = labels.map(([label, by]): Bar => {
    const both = at(by);
    return {
      label,
      value: told(both.now),
      shown: comparedWord(both, language),
      before: both.before === null ? null : told(both.before),
    };
  });
  return { bars, highest: Math.max(1, ...bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0])) };
}

const told = (shown: Shown): number | null => (typeof shown === 'number' ? shown : null);
