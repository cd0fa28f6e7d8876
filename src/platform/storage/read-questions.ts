import type { Kysely, Transaction } from 'kysely';
import type { QuestionEntry } from '../../contracts/case.js';
import type { CaseEventName } from '../../domain/case/events.js';
import type { NoteId, QuestionId, ReferralId } from '../../domain/ids.js';
import type { Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import { trailKeyOrNull } from './keys/trail-keys.js';

type SaidData = { readonly question: QuestionId } | { readonly note: NoteId };
const idOf = (data: SaidData): QuestionId | NoteId => ('note' in data ? data.note : data.question);

type Db = Kysely<Schema> | Transaction<Schema>;

const whats = {
  'question-asked': 'asked',
  'question-answered': 'answered',
  'note-left': 'noted',
} as const satisfies Partial<Readonly<Record<CaseEventName, QuestionEntry['what']>>>;
type Said = keyof typeof whats;

/** What was asked, answered and noted inside a case, oldest first, with its words; of a trail that was erased without them. */
export async function readQuestions(db: Db, sealer: Sealer, referral: ReferralId): Promise<QuestionEntry[]> {
  const rows = await db
    .selectFrom('timeline as t')
    .innerJoin('referral as r', (join) => join.on('r.id', '=', referral))
    .leftJoin('person as p', 'p.id', 't.personId')
    .leftJoin('organisation as o', 'o.id', 't.organisationId')
    .select(['t.id', 't.name', 't.at', 't.side', 't.data', 't.sealed', 'r.trailId'])
    .select(['p.name as person', 'o.name as organisation'])
    .where('t.subjectId', '=', referral)
    .where('t.subject', '=', 'referral')
    .where('t.name', 'in', Object.keys(whats))
    .orderBy('t.seq')
    .execute();
  const key = rows[0] === undefined ? null : await trailKeyOrNull(db, rows[0].trailId);
  return Promise.all(
    rows.map(async ({ id, name, at, side, data, sealed, person, organisation }) => ({
      question: idOf(data as SaidData),
      what: whats[name as Said],
      at,
      side,
      person,
      organisation,
      text: sealed === null ? null : ((await sealer.open(key, `entry:${id}`, sealed))?.['text'] ?? null),
    })),
  );
}
