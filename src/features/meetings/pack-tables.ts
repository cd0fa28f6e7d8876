import type { ViewContext } from '../../contracts/action.js';
import type { Block } from '../../contracts/document.js';
import { figureRegions, type CountName, type FigureName } from '../../domain/figures/index.js';
import { texts } from '../../texts/index.js';
import type { PackFacts } from './pack-facts.js';
import { comparedAt, comparedWord, type BesideBefore } from './pack-words.js';

/** A row of a table: its words, and where its numbers stand. */
export type Line = readonly [string, Readonly<Record<string, string>>];

/** A figure between its one name and its one definition: the words that stand beside its query. */
export const defined = (name: FigureName, { language }: ViewContext, ...blocks: readonly Block[]): Block[] => [
  { heading: texts(language)(`figures.${name}.name`) },
  ...blocks,
  { remark: texts(language)(`figures.${name}.definition`) },
];

/** A figure as a table per region. */
export const perRegion = (name: CountName, lines: readonly Line[], facts: PackFacts, context: ViewContext): Block[] =>
  defined(name, context, table(name, lines, facts, context));

/** A row per line, a column per region and the total; what nobody had in both periods is left out. */
export function table(name: CountName, lines: readonly Line[], facts: PackFacts, context: ViewContext): Block {
  const { language } = context;
  const say = texts(language);
  const at = comparedAt(facts, name);
  const head = ['', ...figureRegions.map((region) => say(`common.common.region.${region}`)), say('meetings.pack.all')];
  const rows = lines
    .filter(([, by]) => !isNothing(at(by)))
    .map(([label, by]) => [
      label,
      ...figureRegions.map((region) => comparedWord(at({ ...by, region }), language)),
      comparedWord(at(by), language),
    ]);
  return rows.length === 0 ? { text: say('meetings.pack.none') } : { table: { head, rows } };
}

const isNothing = ({ now, before }: BesideBefore): boolean => now === 0 && (before ?? 0) === 0;
