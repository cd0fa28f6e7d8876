import type { CaseFacts } from '../../../contracts/case.js';
import type { OpenedPart, Read } from '../../../contracts/read.js';
import type { Opening } from '../../../contracts/read-timeline.js';
import type { ReferralId } from '../../../domain/ids.js';
import { namesBehind, type Names } from '../who-did.js';
import type { AccountKind } from './account-link.js';

/** One referral in an account. */
export interface AccountCase {
  readonly whole: CaseFacts;
  /** Who opened it, newest first; only where everything is told. */
  readonly openings: readonly Opening[];
}

/** What is kept: of one referral, or of everything about its pupil. */
export interface Account {
  readonly kind: AccountKind;
  readonly cases: readonly AccountCase[];
  /** Everything sealed that belongs to it, opened. */
  readonly parts: readonly OpenedPart[];
  readonly names: Names;
}

/** So many openings are asked for at a time. */
const atOnce = 500;

/** Everybody who opened it, newest first. */
async function allOpenings(read: Read, id: ReferralId): Promise<Opening[]> {
  const found: Opening[] = [];
  for (;;) {
    const { openings } = await read.openingsOf(id, { offset: found.length, limit: atOnce });
    found.push(...openings);
    if (openings.length < atOnce) return found;
  }
}

/** Loads what is kept. A copy has one referral, without who looked; an account has all that hangs on the trail. */
export async function loadAccount(read: Read, kind: AccountKind, id: ReferralId): Promise<Account | null> {
  const first = await read.caseOf(id);
  if (first === null) return null;
  const others = kind === 'copy' ? [] : first.trail;
  const cases: AccountCase[] = [];
  for (const one of [first.referral, ...others]) {
    const whole = one.id === id ? first : await read.caseOf(one.id);
    if (whole === null) continue;
    cases.push({ whole, openings: kind === 'copy' ? [] : await allOpenings(read, one.id) });
  }
  const parts = await read.openedParts(first.referral.trailId);
  const deeds = cases.flatMap(({ whole, openings }) => [...whole.history, ...openings]);
  return { kind, cases, parts: kind === 'copy' ? ofCase(parts, first) : parts, names: await namesBehind(read, deeds) };
}

/** What of the sealed parts belongs to one referral: its file, and what was said in it and on its trajectories; not the intake it came from. */
function ofCase(parts: readonly OpenedPart[], { referral, trajectories, roundTables }: CaseFacts): OpenedPart[] {
  const own = new Set<string>([referral.id, ...[...trajectories, ...roundTables].map((one) => one.id)]);
  return parts.filter(({ kind, of }) => kind !== 'draft' && of !== null && own.has(of));
}
