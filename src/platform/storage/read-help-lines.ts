import { sql, type Kysely, type Transaction } from 'kysely';
import type { HelpLineFilter, ReadHelpLines } from '../../contracts/read-help-lines.js';
import { editableKeys, type HelpLine, type LineChange } from '../../domain/helpline/help-line.js';
import { helpLineKinds, phaseOfKind } from '../../domain/helpline/kinds.js';
import type { Schema } from './rows/schema.js';
import { foundBy, matchOf, wordsIn } from './search.js';
import { given } from './rows/given.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const columns = [
  'id',
  ...editableKeys,
  'keeperId',
  'keeperOrganisationId',
  'assuredOn',
  'askedOn',
  'foreign',
  'createdAt',
  'updatedAt',
  'version',
] as const satisfies readonly (keyof HelpLine)[];

/** The help lines and their history, over one connection or transaction. */
export function readHelpLines(db: Db): ReadHelpLines {
  return { ...readLines(db), ...readOrganisations(db), ...readHistory(db) };
}

function readLines(db: Db) {
  return {
    helpLine: async (id) =>
      (await db.selectFrom('helpLine').select(columns).where('id', '=', id).executeTakeFirst()) ?? null,
    helpLines: (filter) => {
      const words = wordsIn(filter.words ?? '');
      return filtered(db, filter)
        .select(columns)
        .$if(words.length > 0, (q) => q.orderBy(matchOf(words, sql`lower(name)`), 'desc'))
        .orderBy(sql`lower(name)`)
        .orderBy('id')
        .limit(filter.limit ?? 100)
        .offset(filter.offset ?? 0)
        .execute();
    },
    countHelpLines: async (filter) => {
      const counted = filtered(db, filter).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
  } satisfies Partial<ReadHelpLines>;
}

function filtered(db: Db, filter: HelpLineFilter) {
  const kinds = filter.phase ? helpLineKinds.filter((kind) => phaseOfKind[kind] === filter.phase) : undefined;
  const words = wordsIn(filter.words ?? '');
  return db
    .selectFrom('helpLine')
    .where('status', 'in', [...(filter.statuses ?? (['active', 'closed-temporarily'] as const))])
    .where((eb) => (kinds === undefined ? eb.lit(true) : eb('kind', 'in', kinds)))
    .where((eb) => eb.and(given({ kind: filter.kind, keeperId: filter.keeperId })))
    .where((eb) => eb.and(given({ keeperOrganisationId: filter.keeperOrganisationId })))
    .where((eb) =>
      filter.organisationIds === undefined ? eb.lit(true) : eb('organisationId', 'in', filter.organisationIds),
    )
    .$if(filter.region !== undefined, (q) => q.where(sql<boolean>`${filter.region} = any(regions)`))
    .$if(filter.unplaced === true, (q) => q.where(sql<boolean>`(kind is null or cardinality(regions) = 0)`))
    .where((eb) =>
      filter.assuredBefore === undefined
        ? eb.lit(true)
        : eb.or([eb('assuredOn', 'is', null), eb('assuredOn', '<', filter.assuredBefore)]),
    )
    .$if(filter.age !== undefined, (q) =>
      q
        .where(sql<boolean>`coalesce(minimum_age, 0) <= ${filter.age}`)
        .where(sql<boolean>`coalesce(maximum_age, 200) >= ${filter.age}`),
    )
    .$if(words.length > 0, (q) => q.where(foundBy(words)));
}

/** They offer something, or came from elsewhere. */
const forEverybody = (db: Db) =>
  db
    .selectFrom('helpOrganisation')
    .where(
      sql<boolean>`("foreign" is not null or exists (select 1 from help_line l where l.organisation_id = help_organisation.id))`,
    );

function readOrganisations(db: Db) {
  return {
    helpOrganisation: async (id) =>
      (await db.selectFrom('helpOrganisation').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    helpOrganisations: () => db.selectFrom('helpOrganisation').selectAll().orderBy('name').orderBy('id').execute(),
    helpOrganisationsOf: async (ids) =>
      ids.length === 0 ? [] : db.selectFrom('helpOrganisation').selectAll().where('id', 'in', ids).execute(),
    publicOrganisations: ({ offset, limit, id }) =>
      forEverybody(db)
        .selectAll()
        .where((eb) => eb.and(given({ id })))
        .orderBy('name')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute(),
    countPublicOrganisations: async () =>
      Number(
        (
          await forEverybody(db)
            .select((eb) => eb.fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      ),
    lineImport: async (id) =>
      (await db.selectFrom('lineImport').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
  } satisfies Partial<ReadHelpLines>;
}

const changeColumns = [
  'id',
  'lineId',
  'what',
  'at',
  'personId',
  'organisationId',
  'before',
  'after',
  'undoes',
] as const satisfies readonly (keyof LineChange)[];

function readHistory(db: Db) {
  return {
    lineChanges: (line) =>
      db.selectFrom('lineChange').select(changeColumns).where('lineId', '=', line).orderBy('seq', 'desc').execute(),
    lineChangesOf: async (ids) =>
      ids.length === 0
        ? []
        : db.selectFrom('lineChange').select(changeColumns).where('lineId', 'in', ids).orderBy('seq').execute(),
    lineChange: async (id) =>
      (await db.selectFrom('lineChange').select(changeColumns).where('id', '=', id).executeTakeFirst()) ?? null,
    lineReport: async (id) =>
      (await db.selectFrom('lineReport').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    lineReports: (line, state) =>
      db
        .selectFrom('lineReport')
        .selectAll()
        .where('lineId', '=', line)
        .where((eb) => eb.and(given({ state })))
        .orderBy('at', 'desc')
        .execute(),
  } satisfies Partial<ReadHelpLines>;
}
