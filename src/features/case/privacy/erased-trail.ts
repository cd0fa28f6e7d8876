import type { CaseChange, CaseFacts } from '../../../contracts/case.js';
import type { Outcome } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { TrailId } from '../../../domain/ids.js';

/** A trail that is over, with its referrals. */
export interface TrailFacts {
  readonly trailId: TrailId;
  readonly cases: readonly CaseFacts[];
}

/** A trail that is over since before then (null: by now); null when something of it still runs, or nothing is left of it. */
export async function loadTrail(read: Read, trailId: TrailId, before: Date | null): Promise<TrailFacts | null> {
  const ids = await read.overTrail(trailId, before);
  if (ids === null) return null;
  const cases: CaseFacts[] = [];
  for (const one of ids) {
    const facts = await read.caseOf(one);
    if (facts !== null) cases.push(facts);
  }
  return { trailId, cases };
}

/** Its key and its marks go; each referral says so on its posts, and keeps its number, codes and dates. */
export const erased = ({ trailId }: TrailFacts, cases: readonly CaseChange[]): Outcome => ({
  cases,
  changes: [{ erase: 'trail', id: trailId }],
});
