import {
  findPersonalData,
  findingKinds,
  type Finding,
  type FindingKind,
} from '../../../src/lib/personal-data/index.js';
import { today, type Expected, type Sentence } from './sentences.js';

export type Tally = Record<'found' | 'missed' | 'false', number>;

export interface Score {
  readonly total: Tally;
  readonly perKind: Readonly<Record<FindingKind, Tally>>;
  /** Sentences with personal data in which nothing at all was found. */
  readonly silent: readonly string[];
  /** Sentences without personal data in which something was found. */
  readonly alarmed: readonly string[];
  /** What went wrong, to read: 'missed phone “…” in …'. */
  readonly faults: readonly string[];
}

const hits =
  (text: string, [kind, words]: Expected) =>
  (finding: Finding): boolean => {
    const at = text.indexOf(words);
    return finding.kind === kind && finding.at < at + words.length && at < finding.at + finding.length;
  };

const emptyTally = (): Tally => ({ found: 0, missed: 0, false: 0 });

/** Counts per kind: expected and found, expected and missed, found but not expected. */
export const scoreOf = (sentences: readonly Sentence[]): Score => {
  const perKind = Object.fromEntries(findingKinds.map((kind) => [kind, emptyTally()])) as Record<FindingKind, Tally>;
  const total = emptyTally();
  const [silent, alarmed, faults]: string[][] = [[], [], []];
  const count = (kind: FindingKind, what: keyof Tally) => {
    perKind[kind][what] += 1;
    total[what] += 1;
  };
  for (const { text, expected, known } of sentences) {
    const findings = findPersonalData(text, today, known);
    if (expected.length > 0 && findings.length === 0) silent?.push(text);
    if (expected.length === 0 && findings.length > 0) alarmed?.push(text);
    for (const one of expected) {
      const found = findings.some(hits(text, one));
      count(one[0], found ? 'found' : 'missed');
      if (!found) faults?.push(`missed ${one[0]} “${one[1]}” in: ${text}`);
    }
    for (const finding of findings.filter((it) => !expected.some((one) => hits(text, one)(it)))) {
      count(finding.kind, 'false');
      faults?.push(`false ${finding.kind} “${text.slice(finding.at, finding.at + finding.length)}” in: ${text}`);
    }
  }
  return { total, perKind, silent: silent ?? [], alarmed: alarmed ?? [], faults: faults ?? [] };
};
