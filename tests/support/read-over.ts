import type { Kysely, Transaction } from 'kysely';
import type { Read } from '../../src/contracts/read.js';
import type { TrailId } from '../../src/domain/ids.js';
import type { Referral } from '../../src/domain/case/referral.js';
import type { CaseFile, Draft, Trail } from '../../src/domain/draft.js';
import type { Person, Channel } from '../../src/domain/organisation.js';
import type { Database } from '../../src/platform/storage/connection.js';
import { referralRow } from '../../src/platform/storage/case/referral-row.js';
import { createRead } from '../../src/platform/storage/read.js';
import type { Schema } from '../../src/platform/storage/rows/schema.js';
import type { SealedRow } from '../../src/platform/storage/keys/trail-parts.js';
import { newTrailKey, trailKeyOf } from '../../src/platform/storage/keys/trail-keys.js';
import { storedRow } from '../../src/platform/storage/stored-rows.js';
import { atEndOfFile } from './at-end-of-file.js';
import { anyDatabase } from './database.js';
import { monday10, person } from './given.js';
import { testSealer } from './test-sealer.js';

/** Rows of one table, as they stand in it; of what is sealed (`trail`, `draft`, `caseFile`) and of a referral, as the program knows them. */
export interface Rows {
  readonly into: keyof Schema;
  readonly rows: readonly object[];
}

interface Around {
  /** The program's clock. */
  readonly now?: Date;
  /** Counts, which would take months of referrals: what the SQL counts is tested in tests/platform/storage. */
  readonly figures?: Read['figures'];
}

const sealer = testSealer();
/** What a question may count on in. */
const counters = ['referenceCounter'] as const;
/** Of the present test file. */
let database: Promise<Database> | null = null;
/** The rows that stand there now, and what tells them from others. */
let standing: readonly Rows[] = [];
let standingAs = '';
let turn: Promise<unknown> = Promise.resolve();

/**
 * A Read over the real database in which exactly these rows stand, in an order in which they may refer to each other. They
 * are put there at the first question: what the database would not take, no test can begin from.
 */
export function readOver(rows: readonly Rows[], { now = monday10, figures }: Around = {}): Read {
  const ask = async (name: keyof Read, args: readonly unknown[]): Promise<unknown> => {
    const read = createRead(await where(rows), sealer, now);
    return (read[name] as (...given: readonly unknown[]) => unknown)(...args);
  };
  return new Proxy({} as Read, {
    get(_read, name: keyof Read) {
      if (name === 'figures' && figures !== undefined) return figures;
      return (...args: readonly unknown[]) => inTurn(() => ask(name, args));
    },
  });
}

/** One question at a time: the next one may need other rows. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = turn.then(work);
  turn = result.catch(() => undefined);
  return result;
}

async function where(rows: readonly Rows[]): Promise<Kysely<Schema>> {
  const { kysely } = await (database ??= open());
  // Most tests ask twice about the same small world.
  const as = JSON.stringify(rows);
  if (standing === rows || standingAs === as) return kysely;
  await kysely.transaction().execute(async (trx) => {
    const filled = standing.filter(({ rows: some }) => some.length > 0).map(({ into }) => into);
    for (const into of [...filled.reverse(), 'person' as const]) await trx.deleteFrom(into).execute();
    for (const into of counters) await trx.deleteFrom(into).execute();
    for (const { into, rows: some } of [...linkersOf(rows), ...rows])
      if (some.length > 0) await insert(trx, into, some);
  });
  standing = rows;
  standingAs = as;
  return kysely;
}

async function open(): Promise<Database> {
  const opened = await anyDatabase();
  atEndOfFile(async () => {
    database = null;
    standing = [];
    standingAs = '[]';
    await opened.close();
  });
  return opened;
}

/** Somebody linked each channel, also where that is not what a test is about. */
function linkersOf(rows: readonly Rows[]): Rows[] {
  const of = (table: keyof Schema) => rows.flatMap(({ into, rows: some }) => (into === table ? some : []));
  const known = new Set(of('person').map((one) => (one as Person).id));
  const linkers = new Set(of('channel').map((one) => (one as Channel).linkedBy));
  const missing = [...linkers].filter((id) => !known.has(id));
  return [{ into: 'person', rows: missing.map((id) => person({ id, aadObjectId: id, name: 'Wie koppelde' })) }];
}

async function insert(trx: Transaction<Schema>, into: keyof Schema, rows: readonly object[]): Promise<void> {
  const values: object[] = [];
  for (const row of rows) values.push(await asStored(trx, into, row));
  await trx
    .insertInto(into)
    .values(values as never)
    .execute();
}

/** What is sealed is sealed under its trail's key, as the program does. */
async function asStored(trx: Transaction<Schema>, into: keyof Schema, row: object): Promise<object> {
  const seal = async (trailId: TrailId, sealedRow: SealedRow, typed: CaseFile['typed']) =>
    sealer.seal(await trailKeyOf(trx, trailId), sealedRow, typed);
  switch (into) {
    case 'trail':
      return { ...row, keySlot: (await newTrailKey(trx, sealer, (row as Trail).id)).slot };
    case 'referral':
      return referralRow(row as Referral);
    case 'draft': {
      const { typed, ...draft } = row as Draft;
      return { ...draft, sealed: await seal(draft.trailId, `draft:${draft.id}`, typed) };
    }
    case 'caseFile': {
      const { typed, ...file } = row as CaseFile;
      return { ...file, version: 1, sealed: await seal(file.trailId, `file:${file.referralId}:1`, typed) };
    }
    default:
      return storedRow(into, row);
  }
}
