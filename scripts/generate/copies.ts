import { randomBytes, randomUUID } from 'node:crypto';
import { fill, hole } from './holes.js';
import type { Directory } from './directory.js';
import type { TableRows, Template } from './templates.js';

/** What is stored of many copies, by table. */
export type Batch = Map<TableRows['table'], { readonly columns: readonly string[]; readonly rows: string[] }>;

/** Counts references: `2026-0042`, per year. */
export class References {
  constructor(readonly last: Map<number, number>) {}

  next(year: number): string {
    const number = (this.last.get(year) ?? 0) + 1;
    this.last.set(year, number);
    return `${year}-${String(number).padStart(4, '0')}`;
  }
}

const digest = (): string => randomBytes(32).toString('base64url');

/** One more copy of a life, with people and numbers of its own, into the batch. */
export function addCopy(
  batch: Batch,
  { begunAt, tables }: Template,
  n: number,
  people: Directory,
  references: References,
  sealed: string,
): void {
  const filling = new Map<string, string>(people.peopleOf(n));
  for (const one of [hole.trail, ...hole.referrals, ...hole.drafts, hole.table, hole.trajectory])
    filling.set(one, randomUUID());
  for (const one of hole.marks) filling.set(one, digest());
  const referrals = tables.find(({ table }) => table === 'referral')?.rows.length ?? 0;
  hole.references.slice(0, referrals).forEach((one) => filling.set(one, references.next(begunAt.getUTCFullYear())));
  filling.set(hole.sealed, sealed);
  for (const { table, columns, rows } of tables) {
    const into = batch.get(table) ?? { columns, rows: [] };
    batch.set(table, into);
    for (const one of rows) into.rows.push(fill(one, filling));
  }
}
