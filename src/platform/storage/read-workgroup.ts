import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadWorkgroup, SignalFilter } from '../../contracts/read-workgroup.js';
import type { PersonId } from '../../domain/ids.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import type { Schema } from './rows/schema.js';
import { foundBy, wordsIn } from './search.js';
import { given } from './rows/given.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const columns = [
  'id',
  'reference',
  'kind',
  'text',
  'region',
  'ageGroup',
  'state',
  'referralId',
  'personId',
  'organisationId',
  'rule',
  'counts',
  'mergedInto',
  'meetingId',
  'deliveredTo',
  'answer',
  'decisionId',
  'closedBecause',
  'createdAt',
  'updatedAt',
  'version',
] as const satisfies readonly (keyof Signal)[];

/** What the working group has, over one connection or transaction. */
export function readWorkgroup(db: Db): ReadWorkgroup {
  return { ...readSignals(db), ...readMeetings(db), ...readSurveys(db) };
}

function filtered(db: Db, filter: SignalFilter) {
  const words = wordsIn(filter.words ?? '');
  return db
    .selectFrom('signal')
    .where((eb) => (filter.states === undefined ? eb.lit(true) : eb('state', 'in', [...filter.states])))
    .where((eb) => (filter.kinds === undefined ? eb.lit(true) : eb('kind', 'in', [...filter.kinds])))
    .where((eb) => eb.and(given({ personId: filter.personId, meetingId: filter.meetingId })))
    .where((eb) => eb.and(given({ mergedInto: filter.mergedInto })))
    .$if(filter.automatic !== undefined, (q) => q.where('rule', filter.automatic ? 'is not' : 'is', null))
    .$if(words.length > 0, (q) => q.where(foundBy(words)));
}

const referenceOf = (year: number, number: number): string => `S-${year}-${String(number).padStart(3, '0')}`;

function readSignals(db: Db) {
  const one = () => db.selectFrom('signal').select(columns);
  return {
    signal: async (id) => (await one().where('id', '=', id).executeTakeFirst()) ?? null,
    signalByReference: async (reference) => (await one().where('reference', '=', reference).executeTakeFirst()) ?? null,
    signalByRule: async (rule) => (await one().where('rule', '=', rule).executeTakeFirst()) ?? null,
    signals: (filter) =>
      filtered(db, filter)
        .select(columns)
        .orderBy('createdAt', 'desc')
        .orderBy('reference', 'desc')
        .limit(filter.limit ?? 100)
        .offset(filter.offset ?? 0)
        .execute(),
    countSignals: async (filter) => {
      const counted = filtered(db, filter).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
    async nextSignalReferences(year, count) {
      // Until the transaction ends: who asks at the same moment waits, and gets the number after.
      await sql`select pg_advisory_xact_lock(hashtext('signal reference'), ${year}::int)`.execute(db);
      const number = sql<number | null>`max(substring(reference from ${`^S-${year}-([0-9]+)$`})::int)`;
      const { last } = await db.selectFrom('signal').select(number.as('last')).executeTakeFirstOrThrow();
      return Array.from({ length: count }, (_none, index) => referenceOf(year, (last ?? 0) + 1 + index));
    },
    async votes(subjects) {
      if (subjects.length === 0) return new Map();
      const rows = await db
        .selectFrom('vote')
        .selectAll()
        .where('subjectId', 'in', [...subjects])
        .orderBy('personId')
        .execute();
      const votes = new Map<string, PersonId[]>();
      for (const row of rows) votes.set(row.subjectId, [...(votes.get(row.subjectId) ?? []), row.personId]);
      return votes;
    },
  } satisfies Partial<ReadWorkgroup>;
}

function readMeetings(db: Db) {
  return {
    meeting: async (id) => (await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    meetings: (states) =>
      db
        .selectFrom('meeting')
        .selectAll()
        .where((eb) => (states === undefined ? eb.lit(true) : eb('state', 'in', [...states])))
        .orderBy('startsAt')
        .orderBy('id')
        .execute(),
    agendaItem: async (id) =>
      (await db.selectFrom('agendaItem').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    agendaItems: (meeting) =>
      db
        .selectFrom('agendaItem')
        .selectAll()
        .where('meetingId', meeting === null ? 'is' : '=', meeting)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    participant: async (id) =>
      (await db.selectFrom('participant').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    participants: (meeting) =>
      db.selectFrom('participant').selectAll().where('meetingId', '=', meeting).orderBy('name').orderBy('id').execute(),
    decision: async (id) =>
      (await db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    decisions: ({ meetingId, state }) =>
      db
        .selectFrom('decision')
        .selectAll()
        .where((eb) => eb.and(given({ meetingId, state })))
        .orderBy(sql`due_on nulls last`)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    interest: async (id) =>
      (await db.selectFrom('interest').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    interests: (personId) =>
      db
        .selectFrom('interest')
        .selectAll()
        .where('state', '=', sql.lit('asked'))
        .where((eb) => eb.and(given({ personId })))
        .orderBy('at')
        .orderBy('id')
        .execute(),
    packs: () => db.selectFrom('pack').selectAll().orderBy('untilDay').execute(),
  } satisfies Partial<ReadWorkgroup>;
}

function readSurveys(db: Db) {
  return {
    survey: async (id) => (await db.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    surveys: () => db.selectFrom('survey').selectAll().orderBy('opensOn', 'desc').execute(),
    surveyPeople: (survey) =>
      db.selectFrom('surveyPerson').selectAll().where('surveyId', '=', survey).orderBy('id').execute(),
    surveyPerson: async (survey, person) =>
      (await db
        .selectFrom('surveyPerson')
        .selectAll()
        .where('surveyId', '=', survey)
        .where('personId', '=', person)
        .executeTakeFirst()) ?? null,
    // By id, which is random: the order says nothing about who answered first.
    surveyAnswers: (survey) =>
      db.selectFrom('surveyAnswer').selectAll().where('surveyId', '=', survey).orderBy('id').execute(),
  } satisfies Partial<ReadWorkgroup>;
}
