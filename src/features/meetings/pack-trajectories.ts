import type { ViewContext } from '../../contracts/action.js';
import type { Block } from '../../contracts/document.js';
import { stillCounted, stillMonths, trajectoryOutcomes } from '../../domain/codes.js';
import { everyRegion, figureRegions, shownAt, type ShownSum, type SumName } from '../../domain/figures/index.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { codeWord } from '../../texts/referral-words.js';
import type { PackFacts } from './pack-facts.js';
import { defined, perRegion, type Line } from './pack-tables.js';
import { shownWord } from './pack-words.js';

/** The trajectories of the period (R13, R15): begun, running, ended; half days and absences; still at school months later. */
export function trajectoryBlocks(facts: PackFacts, context: ViewContext): Block[] {
  const { language } = context;
  const say = texts(language);
  const states = (['started', 'paused'] as const).map((state): Line => [
    say(`figures.values.course.${state}`),
    { state },
  ]);
  const outcomes = trajectoryOutcomes.map((outcome): Line => [
    codeWord(language, 'trajectory-outcome', outcome),
    { outcome },
  ]);
  return [
    ...started(facts, context),
    ...startTimes(facts, context),
    ...perRegion('trajectories-running', states, facts, context),
    ...perRegion('trajectories-closed', outcomes, facts, context),
    ...perRegion('trajectories-dropped', [[say('meetings.pack.all'), {}]], facts, context),
    ...sums('half-days', ['pupils', 'half-days'], facts, context),
    ...sums('absences', ['absent', 'absences'], facts, context),
    ...perRegion('still-at-school', stillLines(context), facts, context),
  ];
}

const stillLines = ({ language }: ViewContext): Line[] =>
  stillMonths.flatMap((months) =>
    stillCounted.map((answer): Line => [
      texts(language)('figures.trajectories.months', {
        months,
        answer: texts(language)(`figures.values.still.${answer}`),
      }),
      { months: String(months), answer },
    ]),
  );

/** `–` for what is not told. */
const sumWord = (sum: number | null | undefined): string => (sum === null || sum === undefined ? '–' : String(sum));

type By = Readonly<Record<string, string>>;

/** The regions and, under each, the providers that stand in a table. */
function placesIn(lines: readonly { readonly by: By }[], { providers }: PackFacts, { language }: ViewContext): Line[] {
  const say = texts(language);
  return figureRegions.flatMap((region) => {
    const under = new Set(lines.filter(({ by }) => by['region'] === region).flatMap(({ by }) => by['provider'] ?? []));
    const name = say(`common.common.region.${region}`);
    return [
      [name, { region }] as const,
      ...[...under].map(
        (provider) => [`${name}: ${plain(providers.get(provider) ?? '')}`, { region, provider }] as const,
      ),
    ];
  });
}

const isAt = (one: By, other: By): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value);
const sumAt = (lines: readonly ShownSum[], by: By): ShownSum | undefined => lines.find((line) => isAt(line.by, by));

/** Who began, per region and provider; how many of them were without school, and how much of it they lost. */
function started(facts: PackFacts, context: ViewContext): Block[] {
  const { now } = facts;
  const say = texts(context.language);
  const counts = now?.counts['trajectories-started'] ?? [];
  const lost = now?.sums['lost-school-time'] ?? [];
  const rows = placesIn(counts, facts, context).flatMap(([name, by]) => {
    const all = shownAt(counts, by);
    const away = { ...by, school: 'away' };
    if (all === 0) return [];
    return [[name, shownWord(all), shownWord(shownAt(counts, away)), sumWord(sumAt(lost, away)?.sum)]];
  });
  if (rows.length === 0) return [];
  const head = (['of', 'starts', 'away', 'lost'] as const).map((key) => say(`figures.trajectories.${key}`));
  return [
    ...defined('trajectories-started', context, { table: { head, rows } }),
    { remark: `${say('figures.lost-school-time.name')}: ${say('figures.lost-school-time.definition')}` },
  ];
}

/** How long it took from the first registration until the start, per region. */
function startTimes({ now }: PackFacts, context: ViewContext): Block[] {
  const say = texts(context.language);
  const days = (value: number | null): string =>
    value === null ? '–' : say('figures.trajectories.days', { days: value });
  const rows = [...figureRegions, everyRegion].flatMap((region) => {
    const time = now?.starts.find((one) => one.region === region);
    if (time === undefined) return [];
    const name = region === everyRegion ? say('meetings.pack.all') : say(`common.common.region.${region as 'VBO'}`);
    return [[name, days(time.median), days(time.p90)]];
  });
  if (rows.length === 0) return [];
  const head = ['', ...(['median', 'p90'] as const).map((measure) => say(`figures.values.measure.${measure}`))];
  return defined('time-to-start', context, { table: { head, rows } });
}

type SumWord = 'pupils' | 'half-days' | 'absent' | 'absences';

/** A sum per region and provider, with how many pupils stand behind it. */
function sums(
  name: Exclude<SumName, 'lost-school-time'>,
  [cases, sum]: readonly [SumWord, SumWord],
  facts: PackFacts,
  context: ViewContext,
): Block[] {
  const say = texts(context.language);
  const lines = facts.now?.sums[name] ?? [];
  const rows = placesIn(lines, facts, context).flatMap(([label, by]) => {
    const line = sumAt(lines, by);
    return line === undefined || line.cases === 0 ? [] : [[label, shownWord(line.cases), sumWord(line.sum)]];
  });
  if (rows.length === 0) return [];
  const head = (['of', cases, sum] as const).map((key) => say(`figures.trajectories.${key}`));
  return defined(name, context, { table: { head, rows } });
}
