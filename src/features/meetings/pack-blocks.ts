import type { ViewContext } from '../../contracts/action.js';
import type { Block } from '../../contracts/paper.js';
import { noMatchReasons } from '../../domain/codes.js';
import { countedAnswers, unmetReasons } from '../../domain/figures/figure.js';
import { figureRegions, type Compared, type CountName } from '../../domain/figures/index.js';
import { textAt, texts } from '../../texts/index.js';
import { codeWord } from '../../texts/referral-words.js';
import type { PackFacts } from './pack-facts.js';
import { barsOf, comparedAt, comparedWord, shownWord } from './pack-words.js';
import { regionTimes } from './pack-times.js';

type By = Readonly<Record<string, string>>;
type Line = readonly [string, By];

/** The figures of the pack, one after the other: what it is, the numbers of both periods, how it was counted. */
export function figureBlocks(facts: PackFacts, context: ViewContext): Block[] {
  if (facts.now === null) return [];
  const { language } = context;
  const say = texts(language);
  const regions = figureRegions.map((region): Line => [say(`common.common.region.${region}`), { region }]);
  return [
    ...chart('registered-by-region', 'registered', regions, facts, context),
    ...chart('answers', 'answers', countedAnswers.map(answerLine(language)), facts, context),
    ...perRegion('answers', 'no-match', noMatchReasons.map(reasonLine(language)), facts, context),
    ...perRegion('unmet-demand', 'unmet', unmetReasons.map(unmetLine(language)), facts, context),
    ...perRegion('contact-term', 'contact', (['in-time', 'late'] as const).map(contactLine(language)), facts, context),
    ...regionTimes(facts, context),
    ...chart('waiting-list', 'waiting', regions, facts, context),
    ...perService(facts, context),
  ];
}

const answerLine =
  (language: ViewContext['language']) =>
  (answer: (typeof countedAnswers)[number]): Line => [texts(language)(`meetings.pack.answer.${answer}`), { answer }];

const reasonLine =
  (language: ViewContext['language']) =>
  (reason: string): Line => [codeWord(language, 'no-match-reason', reason), { answer: 'no-match', reason }];

const unmetLine =
  (language: ViewContext['language']) =>
  (reason: (typeof unmetReasons)[number]): Line => [
    texts(language)(`meetings.pack.unmet-reason.${reason}`),
    { reason },
  ];

const contactLine =
  (language: ViewContext['language']) =>
  (contact: 'in-time' | 'late'): Line => [texts(language)(`meetings.pack.contact.${contact}`), { contact }];

type Figure = 'registered' | 'answers' | 'no-match' | 'unmet' | 'contact' | 'waiting' | 'waiting-by-service';

const heading = (figure: Figure, { language }: ViewContext): Block => ({
  heading: texts(language)(`meetings.pack.figures.${figure}.title`),
});

/** The one definition of a figure: what stands beside its query, in the reader's words. */
const definition = (name: CountName, { language }: ViewContext): Block => ({
  remark: texts(language)(`figures.${name}.definition`),
});

/** A figure as bars, with the bars of the period before beside them. */
function chart(
  name: CountName,
  figure: Figure,
  lines: readonly Line[],
  facts: PackFacts,
  context: ViewContext,
): Block[] {
  const { language } = context;
  const say = texts(language);
  const at = comparedAt(facts, name);
  const legend = [say('meetings.pack.now'), say('meetings.pack.before')] as const;
  const total = comparedWord(at({}), language);
  return [
    heading(figure, context),
    {
      bars: {
        title: say(figure === 'answers' ? 'meetings.pack.answers-count' : 'meetings.pack.total', { total }),
        ...barsOf(lines, at, language),
        legend,
      },
    },
    definition(name, context),
  ];
}

/** A figure as a table: a row per line, a column per region and the total; what nobody had in both periods is left out. */
function perRegion(
  name: CountName,
  figure: Figure,
  lines: readonly Line[],
  facts: PackFacts,
  context: ViewContext,
): Block[] {
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
  return [
    heading(figure, context),
    rows.length === 0 ? { text: say('meetings.pack.none') } : { table: { head, rows } },
    definition(name, context),
  ];
}

const isNothing = ({ now, before }: Pick<Compared, 'now' | 'before'>): boolean => now === 0 && before === 0;

/** The waiting lists service by service; who has nobody waiting is left out. */
function perService(facts: PackFacts, context: ViewContext): Block[] {
  const { now, services } = facts;
  const say = texts(context.language);
  const rows = (now?.counts['waiting-list-by-service'] ?? []).flatMap(({ by, shown }) => {
    const service = by['service'];
    if (service === undefined || shown === 0) return [];
    return [[services.get(service) ?? textAt(context.language, 'meetings.pack.no-service') ?? '–', shownWord(shown)]];
  });
  if (rows.length === 0) return [];
  const head = [say('meetings.pack.service'), say('meetings.pack.waiting')];
  return [{ table: { head, rows } }, definition('waiting-list-by-service', context)];
}
