import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { confirmedProviders, type ConfirmedProvider } from '../domain/confirmed-providers.js';
import type { OrganisationId, ServiceId } from '../domain/ids.js';
import type { Organisation } from '../domain/organisation.js';
import { digestOf, type Performing } from './perform.js';
import type { Schema } from './storage/schema.js';

const deskName = 'Meldpunt Schoolexterne Interventies';

/** The code from the environment has no end: it is used up by linking the first place. */
const never = new Date('9999-12-31T00:00:00Z');

/**
 * Makes sure that the desk, its first linking code and the confirmed providers exist. Ids come from names, so that two
 * processes starting together make the same rows; what the desk has changed since is left alone.
 */
export async function bootstrap(parts: Performing, deskCode: string): Promise<void> {
  await parts.database.kysely.transaction().execute(async (trx) => {
    const desk = idOf<OrganisationId>('organisation', deskName);
    await ensureOrganisation(trx, { ...blank, id: desk, kind: 'desk', name: deskName });
    await ensureDeskCode(trx, desk, deskCode);
    for (const provider of confirmedProviders) await ensureProvider(trx, provider);
  });
}

const blank = {
  language: 'nl',
  municipality: null,
  roundTableBy: 'provider',
  coordinatorId: null,
  phone: null,
  email: null,
  version: 1,
} as const;

/** A uuid made from a name, the same everywhere. */
function idOf<T extends string>(kind: string, name: string): T {
  const hex = createHash('sha256').update(`meldpunt:${kind}:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as T;
}

async function ensureOrganisation(trx: Transaction<Schema>, row: Organisation): Promise<void> {
  await trx
    .insertInto('organisation')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** A changed `DESK_CODE` is a new code; a used one stays used. */
async function ensureDeskCode(trx: Transaction<Schema>, desk: OrganisationId, deskCode: string): Promise<void> {
  const digest = digestOf(deskCode);
  const row = {
    id: idOf('link-code', digest),
    organisationId: desk,
    digest,
    createdBy: null,
    expiresAt: never,
    usedAt: null,
    version: 1,
  };
  await trx
    .insertInto('linkCode')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .execute();
}

async function ensureProvider(trx: Transaction<Schema>, provider: ConfirmedProvider): Promise<void> {
  const { name, roundTableBy, ...service } = provider;
  const id = idOf<OrganisationId>('organisation', name);
  await ensureOrganisation(trx, { ...blank, id, kind: 'provider', name, roundTableBy });
  const row = {
    ...service,
    id: idOf<ServiceId>('service', name),
    organisationId: id,
    name,
    regions: [...service.regions],
    schoolForms: [...service.schoolForms],
    fullUntil: null,
    waitWeeks: null,
    active: true,
    version: 1,
  };
  await trx
    .insertInto('service')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .execute();
}
