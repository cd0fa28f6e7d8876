import { randomUUID } from 'node:crypto';
import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { ReadTimeline } from '../../contracts/read-timeline.js';
import type { EventBy, EventSchemas } from '../../domain/case/aggregate.js';
import { caseEventSchemas, type CaseEvent } from '../../domain/case/events.js';
import type { ServiceId } from '../../domain/ids.js';
import {
  checkedEntry,
  type Entry,
  type EntryName,
  type EntrySubject,
  type SubjectId,
  type ToldEntry,
} from '../../domain/timeline/entries.js';
import type { SealedRow } from './keys/trail-parts.js';
import { jsonb } from './rows/json.js';
import type { Schema, TimelineRow } from './rows/schema.js';

/** The present way of writing what happened; 1 is what was told before there were case events. */
const version = 2;

type NewRow = Insertable<TimelineRow>;

/** Who did it, for which organisation and when. */
export interface ToldBy {
  readonly personId: TimelineRow['personId'];
  readonly organisationId: TimelineRow['organisationId'];
  readonly now: Date;
}

/** Whose events are kept: the subject of a kind of aggregate and the shapes of what can happen to it. */
export interface EventKind {
  readonly subject: TimelineRow['subject'];
  readonly schemas: EventSchemas;
}

/**
 * What happened to an aggregate, as the timeline keeps it; its data is checked by its schema. `seal` seals the free text with it
 * for this very row.
 */
export async function eventRow(
  { subject, schemas }: EventKind,
  subjectId: string,
  { name, data, at, side, personId, organisationId }: EventBy & { readonly name: string; readonly data: unknown },
  seal: (row: SealedRow) => Promise<string | null>,
): Promise<NewRow> {
  const id = randomUUID();
  return {
    id,
    subject,
    subjectId,
    name,
    version,
    at,
    side,
    personId,
    organisationId,
    data: jsonb<unknown>(schemas[name]?.parse(data)),
    sealed: await seal(`entry:${id}`),
  };
}

/** What happened to anything else; checked in the same way. */
export const entryRow = ({ subject, id, name, data }: Entry, { personId, organisationId, now }: ToldBy): NewRow => ({
  id: randomUUID(),
  subject,
  subjectId: id,
  name,
  version,
  at: now,
  side: null,
  personId,
  organisationId,
  data: jsonb(checkedEntry(subject, name, data)),
  sealed: null,
});

/** So many rows in one statement: a statement holds at most 65 535 values. */
const atOnce = 1000;

/** Writes what happened, in order; up to a thousand things in one statement. */
export async function insertTimeline(trx: Transaction<Schema>, rows: readonly NewRow[]): Promise<void> {
  for (let done = 0; done < rows.length; done += atOnce)
    await trx
      .insertInto('timeline')
      .values(rows.slice(done, done + atOnce))
      .execute();
}

/** The entries that tell how a service stands. */
const availabilityEntries = ['availability-set', 'full-until'] as const satisfies readonly EntryName<'service'>[];

/** What the timeline tells of one subject. */
export const readTimeline = (db: Kysely<Schema> | Transaction<Schema>): ReadTimeline => ({
  timeline: async <S extends EntrySubject>(subject: S, id: SubjectId<S>, most = 100): Promise<ToldEntry<S>[]> => {
    const rows = await db
      .selectFrom('timeline as t')
      .leftJoin('organisation as o', 'o.id', 't.organisationId')
      .select(['t.name', 't.at', 't.personId', 't.organisationId', 't.data', 'o.name as organisation'])
      .where('t.subject', '=', subject)
      .where('t.subjectId', '=', id)
      .orderBy('t.seq', 'desc')
      .limit(most)
      .execute();
    return rows.map(
      (row) => ({ ...row, subject, id, data: checkedEntry(subject, row.name, row.data) }) as ToldEntry<S>,
    );
  },
  openingsOf: async (id, { offset, limit }) => {
    const opened = db
      .selectFrom('timeline')
      .where('subject', '=', 'referral')
      .where('subjectId', '=', id)
      .where('name', '=', 'file-opened' satisfies CaseEvent['name']);
    const rows = await opened
      .select(['at', 'personId', 'organisationId', 'data'])
      .orderBy('seq', 'desc')
      .offset(offset)
      .limit(limit)
      .execute();
    const { count } = await opened.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
    return {
      openings: rows.map(({ data, ...row }) => ({ ...row, ...caseEventSchemas['file-opened'].parse(data) })),
      count: Number(count),
    };
  },
  availabilitySaid: async () => {
    const rows = await db
      .selectFrom('timeline')
      .select(['subjectId', (eb) => eb.fn.max('at').as('at')])
      .where('subject', '=', sql.lit<TimelineRow['subject']>('service'))
      .where('name', 'in', [...availabilityEntries])
      .groupBy('subjectId')
      .execute();
    return new Map(rows.map(({ subjectId, at }) => [subjectId as ServiceId, at]));
  },
});
