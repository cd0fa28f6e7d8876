import { sql, type Kysely, type Transaction } from 'kysely';
import { waitingStates } from '../../domain/case/states.js';
import type { Read } from '../../contracts/read.js';
import { lastPlaces, measuredWait } from '../../domain/measured-wait.js';
import type { Channel } from '../../domain/organisation.js';
import { readCases } from './case/read-cases.js';
import { readMaps } from './read-maps.js';
import { readAnswers } from './read-answers.js';
import { readFigures } from './figures/read-figures.js';
import { readHelpLines } from './read-help-lines.js';
import { readCaseLists } from './case/waiting-list.js';
import { readMessages } from './read-messages.js';
import { readTeams } from './read-teams.js';
import { readLinking } from './read-linking.js';
import { readWorkgroup } from './read-workgroup.js';
import { readTimeline } from './timeline.js';
import { readSchools } from './schools.js';
import { readSealed } from './read-sealed.js';
import type { Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import type { SeenHints } from './rows/sealed-hint.js';
import { given } from './rows/given.js';
import { lazily } from '../../lib/lazily.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** A roster that was not confirmed within this time gives no rights any more; it is re-checked every night. */
export const rosterHoldsMs = 48 * 3_600_000;

/** Through what is read, for one press. */
interface From {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly now: Date;
  readonly hints: SeenHints;
}

/** The {@link Read} port over one connection or transaction. `now` is the program's own clock. */
export const createRead = (db: Db, sealer: Sealer, now: Date): Read => inParts({ db, sealer, now, hints: new Map() });

/** Put together part by part, each when it is first asked for: of its hundred questions a press asks a few. */
const inParts = lazily({
  organisations: ({ db }: From) => readOrganisations(db),
  channels: ({ db }: From) => readChannels(db),
  people: ({ db, now }: From) => readPeople(db, now),
  cases: ({ db, hints, now }: From) => readCases(db, hints, now),
  caseLists: ({ db, now, hints }: From) => readCaseLists(db, now, hints),
  sealed: ({ db, sealer, hints }: From) => readSealed(db, sealer, hints),
  schools: ({ db }: From) => readSchools(db),
  messages: ({ db }: From) => readMessages(db),
  teams: ({ db }: From) => readTeams(db),
  helpLines: ({ db }: From) => readHelpLines(db),
  linking: ({ db }: From) => readLinking(db),
  timeline: ({ db }: From) => readTimeline(db),
  answers: ({ db }: From) => readAnswers(db),
  maps: ({ db, sealer }: From) => readMaps(db, sealer),
  workgroup: ({ db }: From) => readWorkgroup(db),
  figures: ({ db, now }: From) => readFigures(db, now),
});

/** Days from registration to place, of the last who got one at a service: by an index over those states. */
const daysOfLastPlaces = sql<number[]>`(select coalesce(jsonb_agg(last.days), '[]') from (
  select extract(epoch from answered_at - registered_at)::float8 / 86400 as days from referral
  where service_id = service.id and state in ('placed', 'completed') order by answered_at desc limit ${sql.lit(lastPlaces)}) last)`;

function readOrganisations(db: Db) {
  return {
    organisation: async (id) =>
      (await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    organisations: (kind) =>
      db
        .selectFrom('organisation')
        .selectAll()
        .where((eb) => eb.and(given({ kind })))
        .orderBy('name')
        .execute(),
    service: async (id) => (await db.selectFrom('service').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    services: (of) =>
      db
        .selectFrom('service')
        .selectAll()
        .where('active', '=', true)
        .where((eb) => eb.and(given({ organisationId: of })))
        .orderBy('name')
        .execute(),
    servicesWithWaiting: async () =>
      (
        await db
          .selectFrom('service')
          .selectAll('service')
          .select((eb) =>
            eb
              .selectFrom('referral')
              .select((count) => count.fn.countAll<number>().as('waiting'))
              .whereRef('referral.serviceId', '=', 'service.id')
              .where('referral.state', 'in', [...waitingStates])
              .as('waiting'),
          )
          .select(daysOfLastPlaces.as('days'))
          .where('active', '=', true)
          .orderBy('name')
          .execute()
      ).map(({ waiting, days, ...service }) => ({ service, waiting: Number(waiting), measured: measuredWait(days) })),
    servicesOf: (organisation) =>
      db.selectFrom('service').selectAll().where('organisationId', '=', organisation).orderBy('name').execute(),
  } satisfies Partial<Read>;
}

function readChannels(db: Db) {
  return {
    channel: async (id) => (await db.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    channelsOf: (organisation) =>
      db
        .selectFrom('channel')
        .selectAll()
        .where('organisationId', '=', organisation)
        .where('state', '=', 'linked')
        .orderBy('linkedAt')
        .execute(),
    channelAt: async (tenantId, conversationId) =>
      (await db
        .selectFrom('channel')
        .selectAll()
        .where('tenantId', '=', tenantId)
        .where('conversationId', '=', conversationId)
        .executeTakeFirst()) ?? null,
    channelsOfTeam: (tenantId, teamId) => inTeam(db, tenantId, teamId, 'linked'),
    suspendedChannelsOfTeam: (tenantId, teamId) => inTeam(db, tenantId, teamId, 'suspended'),
  } satisfies Partial<Read>;
}

const inTeam = (db: Db, tenantId: string, teamId: string, state: Channel['state']): Promise<Channel[]> =>
  db
    .selectFrom('channel')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('teamId', '=', teamId)
    .where('state', '=', state)
    .execute();

/** A guest of the team counts only where the desk has let guests in. */
const givesRight = sql<boolean>`(not membership.is_guest or channel.guests_allowed)`;

function readPeople(db: Db, now: Date) {
  return {
    person: async (id) => (await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    worker: async (id) =>
      (await db.selectFrom('worker').selectAll().where('personId', '=', id).executeTakeFirst()) ?? null,
    organisationsOf: (person) =>
      db
        .selectFrom('organisation')
        .selectAll('organisation')
        .distinct()
        .innerJoin('channel', 'channel.organisationId', 'organisation.id')
        .innerJoin('membership', 'membership.channelId', 'channel.id')
        .where('membership.personId', '=', person)
        .where('channel.state', '=', 'linked')
        .where('membership.checkedAt', '>', new Date(now.getTime() - rosterHoldsMs))
        .where(givesRight)
        .orderBy('organisation.name')
        .execute(),
    membersOf: (organisation) =>
      db
        .selectFrom('person')
        .selectAll('person')
        .distinct()
        .innerJoin('membership', 'membership.personId', 'person.id')
        .innerJoin('channel', 'channel.id', 'membership.channelId')
        .where('channel.organisationId', '=', organisation)
        .where('channel.state', '=', 'linked')
        .where(givesRight)
        .orderBy('person.name')
        .execute(),
  } satisfies Partial<Read>;
}
