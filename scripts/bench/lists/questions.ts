import { sql } from 'kysely';
import { loadWaiting } from '../../../src/contracts/waiting.js';
import type { Read } from '../../../src/contracts/read.js';
import type { OrganisationId, PersonId, ReferralId, ServiceId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';

/** What a list, a home card or a look-up asks of the database; the n-th time of somebody else. */
export interface Question {
  readonly name: string;
  ask(read: Read, n: number): Promise<unknown>;
}

const idsIn = async <T extends string>({ kysely }: Database, table: string, where: string): Promise<readonly T[]> =>
  (
    await sql<{ id: T }>`select id from ${sql.table(table)} where ${sql.raw(where)} order by id limit 50`.execute(
      kysely,
    )
  ).rows.map(({ id }) => id);

/** The questions of whoever stands in a generated database. */
export async function questionsIn(database: Database, now: Date): Promise<readonly Question[]> {
  const clbs = await idsIn<OrganisationId>(database, 'organisation', `kind = 'clb'`);
  const providers = await idsIn<OrganisationId>(database, 'organisation', `kind = 'provider'`);
  const desk = await idsIn<OrganisationId>(database, 'organisation', `kind = 'desk'`);
  const services = await idsIn<ServiceId>(database, 'service', 'active');
  const workers = await idsIn<PersonId>(
    database,
    'person',
    `id in (select referrer_id from referral where state = 'waitlisted')`,
  );
  const referrals = await idsIn<ReferralId>(database, 'referral', `state in ('delivered', 'contacted', 'waitlisted')`);
  const nth = <T>(of: readonly T[], n: number): T => of[n % of.length] as T;
  const page = { drafts: [], now, offset: 0, limit: 12 };
  const all = { personId: null, ...page };
  return [
    { name: 'a referral with what hangs on it', ask: (read, n) => read.caseOf(nth(referrals, n)) },
    {
      name: 'work list of a CLB',
      ask: (read, n) => read.worklist({ of: 'clb', organisationIds: [nth(clbs, n)], ...all }),
    },
    {
      name: 'work list of one CLB worker',
      ask: (read, n) => read.worklist({ of: 'clb', organisationIds: clbs, ...page, personId: nth(workers, n) }),
    },
    {
      name: 'work list of a provider',
      ask: (read, n) => read.worklist({ of: 'provider', organisationIds: [nth(providers, n)], ...all }),
    },
    { name: 'work list of the desk', ask: (read) => read.worklist({ of: 'desk', organisationIds: desk, ...all }) },
    {
      name: 'home of the desk',
      ask: async (read) => [
        await loadWaiting(read, { of: 'desk', organisationIds: [], personId: null }, now),
        await read.serviceLists(null),
      ],
    },
    {
      name: 'waiting list of a service',
      ask: (read, n) => read.waitingPage(nth(services, n), { offset: 0, limit: 12 }),
    },
    { name: 'by a number that is not there', ask: (read, n) => read.referralByReference(`2001-${n + 1000}`) },
    {
      name: 'figures of three months',
      ask: (read) => read.figures({ from: new Date(now.getTime() - 90 * 86_400_000), until: now }),
    },
  ];
}
