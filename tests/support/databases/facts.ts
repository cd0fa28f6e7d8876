import { sql } from 'kysely';
import type { Read } from '../../../src/contracts/read.js';
import type { DraftId, PersonId, ReferralId } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/organisation.js';
import { caseJobs } from '../../../src/domain/case/clocks.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import { reminderStages } from '../../../src/domain/case/states.js';
import type { Settings } from '../../../src/domain/settings.js';
import { createRead } from '../../../src/platform/storage/read.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import type { Sealer } from '../../../src/platform/storage/keys/seal.js';
import { readSettings } from '../../../src/platform/storage/settings.js';
import { workgroupFacts } from './facts-workgroup.js';

/** What must be found in a database: how it is opened, and the moment at which one looks. */
export interface Looking {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly now: Date;
}

/**
 * What a database holds as people know it: names and references instead of ids. Told through the Read port, so that it
 * stays the same when columns move. When a migration changes what the port gives, this file is adapted to tell the same
 * in the old words; the kept `*.expected.json` is not.
 */
export async function factsOf({ database, sealer, now }: Looking) {
  const read = createRead(database.kysely, sealer, now);
  const people = await everybody(read);
  return {
    organisations: await organisationFacts(read),
    people: await Promise.all(people.map((person) => personFacts(read, person))),
    settings: await settingFacts(database),
    referrals: await referralFacts(read, database),
    drafts: (await Promise.all(people.map((person) => draftFacts(read, person)))).flat(),
    ...(await messageFacts(read, database)),
    dues: await dueFacts(database),
    ...(await workgroupFacts(read, nameOf(read))),
  };
}

export type Facts = Awaited<ReturnType<typeof factsOf>>;

/** Rows per table, the queue's own left out: its tables are its own business. */
export async function countRows({ kysely }: Database): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(kysely);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(kysely);
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

const nameOf =
  (read: Read) =>
  async (id: PersonId | null): Promise<string | null> =>
    id === null ? null : ((await read.person(id))?.name ?? '?');

async function everybody(read: Read): Promise<Person[]> {
  const members = await Promise.all((await read.organisations()).map(({ id }) => read.membersOf(id)));
  const byId = new Map(members.flat().map((person) => [person.id, person]));
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** What the desk set; what the program itself notes among them is no part of it. */
const settingFacts = async ({ kysely }: Database) => withoutLastRun(await readSettings(kysely));
const withoutLastRun = ({ reconciled: _lastRun, ...settings }: Settings) => settings;

async function organisationFacts(read: Read) {
  const organisations = await read.organisations();
  return Promise.all(
    organisations.map(async (organisation) => {
      const { id, name, kind, language, municipality, roundTableBy, phone, email, coordinatorId } = organisation;
      return {
        ...{ name, kind, language, municipality, roundTableBy, phone, email },
        coordinator: await nameOf(read)(coordinatorId),
        services: (await read.servicesOf(id)).map((service) => ({
          ...{ name: service.name, active: service.active, regions: service.regions, fullUntil: service.fullUntil },
          ...{ waitWeeks: service.waitWeeks, ages: [service.minimumAge, service.maximumAge] },
        })),
        channels: (await read.channelsOf(id)).map(({ name: channel, scope }) => ({ name: channel, scope })),
        members: (await read.membersOf(id)).map((member) => member.name),
      };
    }),
  );
}

const personFacts = async (read: Read, { id, name, language }: Person) => ({
  name,
  language,
  actsFor: (await read.organisationsOf(id)).map((organisation) => organisation.name),
});

async function draftFacts(read: Read, { id, name }: Person) {
  const drafts = await read.draftsOf(id);
  return drafts.map(({ step, tried, typed, createdAt }) => ({ person: name, step, tried, typed, createdAt }));
}

async function referralFacts(read: Read, database: Database) {
  const referrals = await read.referrals({ limit: 10_000 });
  const facts = await Promise.all(referrals.map((one) => oneReferral(read, database, one)));
  return facts.sort((one, other) => one.reference.localeCompare(other.reference));
}

async function oneReferral(read: Read, database: Database, referral: Referral) {
  const { id, reference, state, target, region, urgency, serviceId, providerId, trailId } = referral;
  const { firstRegisteredAt, registeredAt, deliverAt, contactBy, expectedStartOn } = referral;
  const list = serviceId === null ? [] : await read.waitlist(serviceId);
  const place = list.findIndex((one) => one.id === id);
  return {
    ...{ reference, state, target, region, urgency, firstRegisteredAt, registeredAt, deliverAt, contactBy },
    ...{ expectedStartOn, noMatchReason: referral.noMatchReason, withdrawReason: referral.withdrawReason },
    mayBeUndoneUntil: referral.undo?.until ?? null,
    provider: providerId === null ? null : ((await read.organisation(providerId))?.name ?? '?'),
    service: serviceId === null ? null : ((await read.service(serviceId))?.name ?? '?'),
    clb: (await read.organisation(referral.clbId))?.name,
    referrer: await nameOf(read)(referral.referrerId),
    positionOnList: place === -1 ? null : place + 1,
    trail: (await read.referrals({ trailId })).map((one) => one.reference).sort(),
    history: (await historyOf(read, id)).map(({ name, at }) => ({ name, at })).sort(byMoment),
    draft: (await read.draft(referral.draftId as DraftId))?.state,
    dues: await duesOf(database, referral),
    file: (await read.caseFile(id))?.typed,
  };
}

const historyOf = async (read: Read, id: ReferralId) => (await read.caseOf(id))?.history ?? [];

const byMoment = (one: { at: Date; name: string }, other: { at: Date; name: string }): number =>
  one.at.getTime() - other.at.getTime() || one.name.localeCompare(other.name);

/** What is still to happen by itself. There is no port for it: this reads the table. */
async function dueRows({ kysely }: Database) {
  return kysely
    .selectFrom('due')
    .select(['job', 'subject', 'at'])
    .orderBy('at')
    .orderBy('job')
    .orderBy('key')
    .execute();
}

async function duesOf(database: Database, referral: Referral) {
  const dues = await dueRows(database);
  return dues
    .filter(({ subject }) => (subject as { referralId?: string }).referralId === referral.id)
    .map(({ job, at }) => ({ job, at, stage: job === caseJobs.remind ? whoIsReminded(referral) : null }));
}

/** Who is reminded next. 0.2.0 wrote it on the clock itself; now the referral knows who was last. */
const whoIsReminded = ({ reminded }: Referral): string | null =>
  reminderStages[reminded === null ? 0 : reminderStages.indexOf(reminded) + 1] ?? null;

const dueFacts = async (database: Database) => (await dueRows(database)).map(({ job, at }) => ({ job, at }));

/** What 0.2.0 called it: a channel was a place. */
const asOf020 = (word: string): string =>
  ({ 'linked-channel': 'linked-place', 'channel-suspended': 'place-suspended', 'no-channel': 'no-place' })[word] ??
  word;

/** Messages that wait: for Teams to be well again, or for a person. What was sent is only counted. */
async function messageFacts(read: Read, { kysely }: Database) {
  const to = async (id: Parameters<Read['organisation']>[0] | null) =>
    id === null ? null : ((await read.organisation(id))?.name ?? '?');
  const undelivered = await read.undelivered();
  const due = await kysely.selectFrom('message').select(['view', 'sentRevision']).where('state', '=', 'due').orderBy('seq').execute(); // prettier-ignore
  return {
    undelivered: await Promise.all(
      undelivered.map(async ({ view, organisationId, reason, failedAt }) => ({
        ...{ view: asOf020(view), reason: reason === null ? null : asOf020(reason), failedAt },
        organisation: await to(organisationId),
      })),
    ),
    waitingToBeSent: due.map(({ view, sentRevision }) => ({ view: asOf020(view), stood: sentRevision > 0 })),
  };
}
