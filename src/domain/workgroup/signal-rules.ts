import type { SignalAge, SignalRegion } from './signal.js';
import { ageGroups, figureRegions, sumOf, type Figures } from '../figures/figure.js';
import { smallest } from '../figures/hide-small.js';
import { periodKey, type Period } from '../figures/period.js';

/** What a rule sees. */
interface Seen {
  readonly now: Figures;
  readonly before: Figures;
}

/** A region or age group of `both` or `all`: the rule does not look at it. */
interface Where {
  readonly region: SignalRegion;
  readonly ageGroup: SignalAge;
  /** Why there was no match, for the one rule that looks at it. */
  readonly reason: string | null;
}

interface Counted extends Where {
  readonly count: number;
}

/**
 * One automatic signal: always a count, never a case. Its `count` is told as “at least so many”, in steps of five: beside the figures an
 * exact one could give away a number that they keep back, and what came since last month.
 */
export interface RuleSignal extends Counted {
  readonly rule: RuleSlug;
  readonly period: Period;
  /** The same rule, place and period have the same key, so that it becomes one signal only. */
  readonly key: string;
  /** The key of the broader signal that counts the same cases: no match for a reason is no match at that age too. */
  readonly within: string | null;
}

interface SignalRule {
  /** From which count on there is a signal; never below 5, so that no small number is told. */
  readonly threshold: number;
  /** What it counts: places with their numbers; those under the threshold do not become a signal. */
  readonly count: (seen: Seen) => readonly Counted[];
}

const pupilAges = ageGroups.filter((age) => age !== 'no-age');
const noMatch = { answer: 'no-match' } as const;

const at = (where: Partial<Where>): Where => ({ region: 'both', ageGroup: 'all', reason: null, ...where });
const byRegion = (count: (region: Where['region']) => number): Counted[] =>
  figureRegions.map((region) => ({ ...at({ region }), count: count(region) }));
const byRegionAndAge = (count: (where: { region: string; ageGroup: string }) => number): Counted[] =>
  figureRegions.flatMap((region) =>
    pupilAges.map((ageGroup) => ({ ...at({ region, ageGroup }), count: count({ region, ageGroup }) })),
  );

const noMatchUnder12: SignalRule = {
  threshold: 5,
  count: ({ now }) =>
    byRegion((region) => sumOf(now.answers, { ...noMatch, region, ageGroup: 'under-12' })).map((one) => ({
      ...one,
      ageGroup: 'under-12',
    })),
};

/** Pupils under 12 have a rule of their own. */
const noMatchByAge: SignalRule = {
  threshold: 5,
  count: ({ now }) =>
    byRegionAndAge((where) => sumOf(now.answers, { ...noMatch, ...where })).filter(
      ({ ageGroup }) => ageGroup !== 'under-12',
    ),
};

const noMatchReason: SignalRule = {
  threshold: 5,
  count({ now }) {
    const reasons = [
      ...new Set(
        now.answers
          .filter(({ by }) => by['answer'] === 'no-match')
          .flatMap(({ by }) => (by['reason'] === undefined ? [] : [by['reason']])),
      ),
    ];
    return reasons.sort().flatMap((reason) =>
      byRegionAndAge((where) => sumOf(now.answers, { ...noMatch, ...where, reason })).map((one) => ({
        ...one,
        reason,
      })),
    );
  },
};

const full: SignalRule = {
  threshold: 5,
  count: ({ now }) => byRegion((region) => sumOf(now.answers, { answer: 'full', region })),
};

/** Half as long again as at the end of the period before. What was small before may be told: it is not said how small. */
const waitingListGrew: SignalRule = {
  threshold: 10,
  count: ({ now, before }) =>
    byRegion((region) => {
      const count = sumOf(now['waiting-list'], { region });
      return count >= sumOf(before['waiting-list'], { region }) * 1.5 ? count : 0;
    }),
};

/** Of at least 8 deliveries more than a quarter, and at least 5. */
const contactLate: SignalRule = {
  threshold: 5,
  count: ({ now }) =>
    byRegion((region) => {
      const late = sumOf(now['contact-term'], { region, contact: 'late' });
      const all = sumOf(now['contact-term'], { region });
      return all >= 8 && late > all / 4 ? late : 0;
    }),
};

const outsideRegion: SignalRule = {
  threshold: 5,
  count: ({ now }) => [
    { ...at({ region: 'outside' }), count: sumOf(now['registered-by-region'], { region: 'outside' }) },
  ],
};

const referredOnOften: SignalRule = {
  threshold: 5,
  count: ({ now }) => byRegion((region) => sumOf(now['referred-on-often'], { region })),
};

/** The rules by which signals come from the figures (R19); each can be switched off. Their words: `figures.rules.<slug>`. */
export const signalRules = {
  'no-match-under-12': noMatchUnder12,
  'no-match-age': noMatchByAge,
  'no-match-reason': noMatchReason,
  full,
  'waiting-list-grew': waitingListGrew,
  'contact-late': contactLate,
  'outside-region': outsideRegion,
  'referred-on-often': referredOnOften,
} as const satisfies Readonly<Record<string, SignalRule>>;

export type RuleSlug = keyof typeof signalRules;
export const ruleSlugs = Object.keys(signalRules) as RuleSlug[];

/** From which count on a rule gives a signal: what its written rule says. */
export const thresholdOf = (rule: RuleSlug): number => Math.max(signalRules[rule].threshold, smallest);

/**
 * The signals that these figures give by the rules that are switched on, in the order of the rules, then of region and
 * age group. The same figures give the same signals with the same keys.
 */
export function evaluate(
  rules: readonly RuleSlug[],
  figures: { readonly now: Figures; readonly before: Figures; readonly period: Period },
): RuleSignal[] {
  const { period } = figures;
  return ruleSlugs
    .filter((rule) => rules.includes(rule))
    .flatMap((rule) =>
      signalRules[rule]
        .count(figures)
        .filter(({ count }) => count >= thresholdOf(rule))
        .map((counted) => ({
          ...counted,
          count: atLeast(counted.count),
          rule,
          period,
          key: keyOf(rule, counted, period),
          within: withinOf(counted, period),
        })),
    );
}

/** 5 for 5 to 9, 10 for 10 to 14. */
export const atLeast = (count: number): number => Math.floor(count / smallest) * smallest;

const keyOf = (rule: RuleSlug, { region, ageGroup, reason }: Where, period: Period): string =>
  [rule, ...(reason === null ? [] : [reason]), region, ageGroup, periodKey(period)].join(':');

function withinOf(counted: Counted, period: Period): string | null {
  if (counted.reason === null) return null;
  const rule = counted.ageGroup === 'under-12' ? 'no-match-under-12' : 'no-match-age';
  return keyOf(rule, { ...counted, reason: null }, period);
}

/**
 * Of signals that count the same cases, one: what was made before goes on, otherwise the one with the reason, which says
 * more. `made` holds the keys of the signals that there are.
 */
export const onceEach = (found: readonly RuleSignal[], made: ReadonlySet<string>): RuleSignal[] =>
  found.filter(({ key, within }) => {
    if (made.has(key)) return true;
    return within === null ? found.every((other) => other.within !== key) : !made.has(within);
  });
