import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Due, Reply } from '../../contracts/outcome.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import { jsonb } from '../storage/rows/json.js';
import type { Schema } from '../storage/rows/schema.js';

/** Who did what, with which outcome; ids only. */
export interface AuditLine {
  readonly at: Date;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly action: string;
  readonly outcome: string;
  readonly subject: unknown;
}

/** What every act leaves besides its own rows. */
export interface Bookkeeping {
  readonly dues: readonly Due[];
  readonly settled: readonly string[];
  /** The activity that is not to be carried out again, with what it was answered. */
  readonly activity: { readonly id: string; readonly reply: Reply } | null;
  readonly audit: AuditLine;
}

/** Of a subject only what is an id or a reference: typed words never reach the audit. */
const idsOf = (subject: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(subject ?? {}).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && /^[0-9a-f-]{36}$|^\d{4}-\d{4}$/.test(entry[1]),
    ),
  );

function dueParts(dues: readonly Due[], settled: readonly string[]): RawBuilder<unknown>[] {
  const last = new Map(dues.map((due) => [due.key, due]));
  const gone = settled.filter((key) => !last.has(key));
  const parts: RawBuilder<unknown>[] = [];
  if (gone.length > 0) parts.push(sql`gone as (delete from due where key in (${sql.join([...new Set(gone)])}))`);
  if (last.size > 0) {
    const rows = [...last.values()].map(({ key, job, subject, at }) => sql`(${key}, ${job}, ${jsonb(subject)}, ${at})`);
    parts.push(sql`planned as (insert into due (key, job, subject, at)
      select v.key, v.job, v.subject, v.at::timestamptz from (values ${sql.join(rows)}) v (key, job, subject, at)
      on conflict (key) do update set job = excluded.job, subject = excluded.subject, at = excluded.at)`);
  }
  return parts;
}

/**
 * Clocks, the activity and the audit line of an act, in one statement. Two that carry out one activity at the same time: the
 * second fails on the first, decides again and finds its reply.
 */
export async function keepBooks(
  trx: Transaction<Schema>,
  { dues, settled, activity, audit }: Bookkeeping,
): Promise<void> {
  const parts = dueParts(dues, settled);
  if (activity !== null)
    parts.push(sql`answered as (insert into processed_activity (activity_id, at, reply)
      values (${activity.id}, ${audit.at}, ${jsonb<unknown>(activity.reply)}))`);
  const { at, personId, organisationId, action, outcome, subject } = audit;
  const before = parts.length === 0 ? sql`` : sql`with ${sql.join(parts)}`;
  await sql`${before} insert into audit (id, at, person_id, organisation_id, action, outcome, subject)
    values (${randomUUID()}, ${at}, ${personId}, ${organisationId}, ${action}, ${outcome}, ${jsonb(idsOf(subject))})`.execute(
    trx,
  );
}
