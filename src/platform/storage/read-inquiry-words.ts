import type { Kysely, Transaction } from 'kysely';
import type { InquiryWords } from '../../contracts/inquiry.js';
import type { InquiryId } from '../../domain/ids.js';
import type { InquiryEventName } from '../../domain/inquiry/events.js';
import type { Schema } from './rows/schema.js';
import type { Sealer } from './seal.js';
import { wrappedKeyOf } from './wrapped-keys.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const said: readonly InquiryEventName[] = ['asked', 'answered'];

/** What was typed with a question before referring, and the last answer in words; null: there is none, or it was erased. */
export async function readInquiryWords(db: Db, sealer: Sealer, id: InquiryId): Promise<InquiryWords | null> {
  const rows = await db
    .selectFrom('timeline as t')
    .innerJoin('inquiry as q', (join) => join.on('q.id', '=', id))
    .select(['t.name', 't.sealed', 'q.trailId'])
    .where('t.subject', '=', 'inquiry')
    .where('t.subjectId', '=', id)
    .where('t.name', 'in', [...said])
    .orderBy('t.seq')
    .execute();
  const key = rows[0] === undefined ? null : await wrappedKeyOf(db, rows[0].trailId);
  if (key === null) return null;
  const open = async (sealed: string | null | undefined): Promise<Readonly<Record<string, string>>> =>
    sealed ? sealer.open(key, sealed) : {};
  const answered = rows.findLast(({ name }) => name === 'answered');
  return {
    typed: await open(rows.find(({ name }) => name === 'asked')?.sealed),
    answer: (await open(answered?.sealed))['text'] ?? null,
  };
}
