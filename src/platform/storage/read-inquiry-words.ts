import type { Kysely, Transaction } from 'kysely';
import type { InquiryWords } from '../../contracts/inquiry.js';
import type { InquiryId } from '../../domain/ids.js';
import type { InquiryEventName } from '../../domain/inquiry/events.js';
import type { Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import { trailKeyOrNull } from './keys/trail-keys.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const said: readonly InquiryEventName[] = ['asked', 'answered'];

/** What was typed with a question before referring, and the last answer in words; null: there is none, or it was erased. */
export async function readInquiryWords(db: Db, sealer: Sealer, id: InquiryId): Promise<InquiryWords | null> {
  const rows = await db
    .selectFrom('timeline as t')
    .innerJoin('inquiry as q', (join) => join.on('q.id', '=', id))
    .select(['t.id', 't.name', 't.sealed', 'q.trailId'])
    .where('t.subject', '=', 'inquiry')
    .where('t.subjectId', '=', id)
    .where('t.name', 'in', [...said])
    .orderBy('t.seq')
    .execute();
  const key = rows[0] === undefined ? null : await trailKeyOrNull(db, rows[0].trailId);
  if (key === null || sealer.isDestroyed(key)) return null;
  const open = async (row: (typeof rows)[number] | undefined): Promise<Readonly<Record<string, string>>> =>
    (row?.sealed && (await sealer.open(key, `entry:${row.id}`, row.sealed))) || {};
  const answered = rows.findLast(({ name }) => name === 'answered');
  return {
    typed: await open(rows.find(({ name }) => name === 'asked')),
    answer: (await open(answered))['text'] ?? null,
  };
}
