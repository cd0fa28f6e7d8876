import type { Kysely, Transaction } from 'kysely';
import type { SchoolText } from '../../contracts/trajectory.js';
import type { TrajectoryId } from '../../domain/ids.js';
import type { TrajectoryEventName } from '../../domain/trajectory/events.js';
import type { Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import { trailKeyOrNull } from './keys/trail-keys.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const whats = {
  'school-written': 'written',
  'school-returned': 'asked',
  'school-released': 'released',
} as const satisfies Partial<Readonly<Record<TrajectoryEventName, SchoolText['what']>>>;

/** What was written, asked and released of one message to the school, oldest first; of a trail that was erased without the words. */
export async function readSchoolTexts(
  db: Db,
  sealer: Sealer,
  trajectory: TrajectoryId,
  number: number,
): Promise<SchoolText[]> {
  const rows = await db
    .selectFrom('timeline as t')
    .innerJoin('trajectory as tj', (join) => join.on('tj.id', '=', trajectory))
    .leftJoin('person as p', 'p.id', 't.personId')
    .select(['t.id', 't.name', 't.at', 't.side', 't.data', 't.sealed', 'tj.trailId', 'p.name as person', 't.personId'])
    .where('t.subjectId', '=', trajectory)
    .where('t.subject', '=', 'trajectory')
    .where('t.name', 'in', Object.keys(whats))
    .orderBy('t.seq')
    .execute();
  const own = rows.filter(({ data }) => (data as { number: number }).number === number);
  const key = own[0] === undefined ? null : await trailKeyOrNull(db, own[0].trailId);
  return Promise.all(
    own.map(async ({ id, name, at, side, sealed, person, personId }) => ({
      what: whats[name as keyof typeof whats],
      at,
      side,
      person,
      personId,
      text: sealed === null ? null : ((await sealer.open(key, `entry:${id}`, sealed))?.['text'] ?? null),
    })),
  );
}
