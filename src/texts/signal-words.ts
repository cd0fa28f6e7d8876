import type { Language } from '../domain/language.js';
import { atLeast, ruleSlugs, thresholdOf, type RuleSlug } from '../domain/workgroup/signal-rules.js';
import type { Signal } from '../domain/workgroup/signal.js';
import { texts, textAt } from './index.js';

/** State as symbol and word, for the right of a card's header. */
export const signalState = (language: Language, state: Signal['state']): string =>
  `${texts(language)(`signals.states.${state}.symbol`)} ${texts(language)(`signals.states.${state}.word`)}`;

/** `knelpunt · Vlaams-Brabant Oost · jonger dan 12 jaar`. */
export const signalFacts = (language: Language, { kind, region, ageGroup }: Signal): string =>
  [
    texts(language)(`signals.kinds.${kind}`),
    texts(language)(`signals.regions.${region}`),
    texts(language)(`signals.ages.${ageGroup}`),
  ].join(' · ');

const ruleOf = (signal: Pick<Signal, 'counts'>): RuleSlug | null =>
  ruleSlugs.find((slug) => slug === signal.counts?.['rule']) ?? null;

/** What a signal says: as it was written, or of an automatic one the sentence of its rule with what was counted. Plain text. */
export function signalText(language: Language, signal: Pick<Signal, 'text' | 'counts'>): string {
  const rule = ruleOf(signal);
  if (rule === null || signal.counts === null) return signal.text;
  const { count, region, ageGroup, reason, period } = signal.counts;
  const say = texts(language);
  const [year = '', number = ''] = String(period).split('/');
  const sentence = say(`figures.rules.${rule}.sentence`, {
    // What was made before told exact numbers.
    count: atLeast(Number(count)),
    region: textAt(language, `figures.values.region.${region}`) ?? String(region),
    ageGroup: textAt(language, `figures.values.age-group.${ageGroup}`) ?? '',
    reason: textAt(language, `common.codes.no-match-reason.${reason}`) ?? '',
    span: say('figures.period.trimester', { number, year }),
  });
  return `${sentence}.`;
}

/** `Automatisch · Regel: 5 of meer …`; null for a signal that a person brought. */
export function automaticLine(language: Language, signal: Pick<Signal, 'counts' | 'rule'>): string | null {
  const rule = ruleOf(signal);
  if (signal.rule === null || rule === null) return null;
  const sentence = texts(language)(`figures.rules.${rule}.rule`, { threshold: thresholdOf(rule) });
  return texts(language)('signals.automatic', { rule: sentence });
}
