import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadLinking } from '../../contracts/read-linking.js';
import type { Schema } from './rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Reading linking codes, codes that were refused, and where the bot was introduced. */
export function readLinking(db: Db): ReadLinking {
  return {
    linkCodes: (digest) => db.selectFrom('linkCode').selectAll().where('digest', '=', digest).execute(),
    linkCode: async (id) =>
      (await db.selectFrom('linkCode').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    linkAttempts: (person, since) => count(attempts(db).where('personId', '=', person).where('at', '>', since)),
    allLinkAttempts: (since) => count(attempts(db).where('at', '>', since)),
    async refusedCodes(from, until, most) {
      const within = attempts(db).where('at', '>=', from).where('at', '<', until);
      const { times, people } = await within
        .select((eb) => [eb.fn.countAll().as('times'), eb.fn.count('personId').distinct().as('people')])
        .executeTakeFirstOrThrow();
      const rows = await within
        .innerJoin('person', 'person.id', 'linkAttempt.personId')
        .select((eb) => [
          'person.name',
          'person.tenantId',
          eb.fn.countAll().as('times'),
          eb.fn.countAll().filterWhere('why', '=', 'elsewhere').as('elsewhere'),
        ])
        .groupBy(['person.id', 'person.name', 'person.tenantId'])
        .orderBy(sql`count(*)`, 'desc')
        .orderBy('person.name')
        .limit(most)
        .execute();
      const asNumbers = rows.map((row) => ({ ...row, times: Number(row.times), elsewhere: Number(row.elsewhere) }));
      return { times: Number(times), people: Number(people), most: asNumbers };
    },
    wasWelcomed: async (conversationId) =>
      (await db.selectFrom('welcomed').select('at').where('conversationId', '=', conversationId).executeTakeFirst()) !==
      undefined,
  };
}

const attempts = (db: Db) => db.selectFrom('linkAttempt');

const count = async (query: ReturnType<typeof attempts>): Promise<number> =>
  Number((await query.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow()).count);
