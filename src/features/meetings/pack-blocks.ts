import type { ViewContext } from '../../contracts/action.js';
import type { Block } from '../../contracts/document.js';
import { noMatchReasons } from '../../domain/codes.js';
import { countedAnswers, inquiryOutcomes, unmetReasons } from '../../domain/figures/figure.js';
import { figureRegions, type CountName } from '../../domain/figures/index.js';
import { texts } from '../../texts/index.js';
import { codeWord } from '../../texts/referral-words.js';
import type { PackFacts } from './pack-facts.js';
import { defined, perRegion, table, type Line } from './pack-tables.js';
import { barsOf, comparedAt, comparedWord, shownWord } from './pack-words.js';
import { regionTimes } from './pack-times.js';
import { trajectoryBlocks } from './pack-trajectories.js';

/** The figures of the pack, one after the other: what it is, the numbers of both periods, how it was counted. */
export function figureBlocks(facts: PackFacts, context: ViewContext): Block[] {
  if (facts.now === null) return [];
  const { language } = context;
  const say = texts(language);
  const all: Line = [say('meetings.pack.all'), {}];
  const regions = figureRegions.map((region): Line => [say(`common.common.region.${region}`), { region }]);
  return [
    ...chart('registered-by-region', say('meetings.pack.all'), regions, facts, context),
    ...chart('answers', say('meetings.pack.answers-count'), countedAnswers.map(answerLine(language)), facts, context),
    ...whyNoMatch(facts, context),
    ...perRegion('inquiries', [...inquiryOutcomes.map(inquiryLine(language)), all], facts, context),
    ...perRegion('inquiries-referred', [all], facts, context),
    ...perRegion('unmet-demand', unmetReasons.map(unmetLine(language)), facts, context),
    ...perRegion('contact-term', (['in-time', 'late'] as const).map(contactLine(language)), facts, context),
    ...regionTimes(facts, context),
    ...chart('waiting-list', say('meetings.pack.all'), regions, facts, context),
    ...perService(facts, context),
    ...trajectoryBlocks(facts, context),
  ];
}

const answerLine =
  (language: ViewContext['language']) =>
  (answer: (typeof countedAnswers)[number]): Line => [texts(language)(`figures.values.answer.${answer}`), { answer }];

const reasonLine =
  (language: ViewContext['language']) =>
  (reason: string): Line => [codeWord(language, 'no-match-reason', reason), { answer: 'no-match', reason }];

const unmetLine =
  (language: ViewContext['language']) =>
  (reason: (typeof unmetReasons)[number]): Line => [texts(language)(`figures.values.unmet.${reason}`), { reason }];

const inquiryLine =
  (language: ViewContext['language']) =>
  (answer: (typeof inquiryOutcomes)[number]): Line => [texts(language)(`figures.values.inquiry.${answer}`), { answer }];

const contactLine =
  (language: ViewContext['language']) =>
  (contact: 'in-time' | 'late'): Line => [texts(language)(`figures.values.contact.${contact}`), { contact }];

/** A figure as bars, with the bars of the period before beside them. */
function chart(name: CountName, sum: string, lines: readonly Line[], facts: PackFacts, context: ViewContext): Block[] {
  const { language } = context;
  const say = texts(language);
  const at = comparedAt(facts, name);
  const legend = facts.then === null ? null : ([say('meetings.pack.now'), say('meetings.pack.before')] as const);
  const title = say('meetings.pack.total', { sum, total: comparedWord(at({}), language) });
  return defined(name, context, { bars: { title, ...barsOf(lines, at, language), legend } });
}

/** The reasons of the answers that were no match: a part of the figure right before it, with the same definition. */
const whyNoMatch = (facts: PackFacts, context: ViewContext): Block[] => [
  { heading: texts(context.language)('meetings.pack.why-no-match') },
  table('answers', noMatchReasons.map(reasonLine(context.language)), facts, context),
];

/** The waiting lists service by service, each in its region; who has nobody waiting is left out. */
function perService(facts: PackFacts, context: ViewContext): Block[] {
  const { now, services } = facts;
  const say = texts(context.language);
  const lines = now?.counts['waiting-list-by-service'] ?? [];
  const rows = figureRegions.flatMap((region) =>
    lines.flatMap(({ by, shown }) => {
      const { service } = by;
      if (service === undefined || by['region'] !== region || shown === 0) return [];
      const name = services.get(service) ?? say('figures.values.none');
      return [[name, say(`common.common.region.${region}`), shownWord(shown)]];
    }),
  );
  if (rows.length === 0) return [];
  const head = (['service', 'region', 'waiting'] as const).map((key) => say(`meetings.pack.${key}`));
  return defined('waiting-list-by-service', context, { table: { head, rows } });
}
