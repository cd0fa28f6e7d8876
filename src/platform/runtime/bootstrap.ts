import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { confirmedProviders, type ConfirmedProvider } from '../../domain/confirmed-providers.js';
import type { OrganisationId, ServiceId } from '../../domain/ids.js';
import { nothingTold, type LinkCode, type Organisation } from '../../domain/organisation.js';
import { digestOf, type Runtime } from './perform.js';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';

const deskName = 'Meldpunt Schoolexterne Interventies';

/** So long the code from the settings can be used, from the first start that knows it. */
const deskCodeDays = 14;

/** The code from the settings, which links the first channel of the Meldpunt. */
export interface DeskCode {
  /** Null: it can be guessed, so none works. */
  readonly code: string | null;
  /** The only tenant in which it works; null: any. */
  readonly tenantId: string | null;
}

/** Whether the code from the settings was used, and until when it can be. */
export type DeskCodeStands = Pick<LinkCode, 'usedAt' | 'expiresAt'>;

/**
 * Makes sure that the desk, its first linking code and the confirmed providers exist. Ids come from names, so that two
 * processes starting together make the same rows; what the desk has changed since is left alone. Gives how the code from
 * the settings stands; null when there is none.
 */
export async function bootstrap(
  parts: Pick<Runtime, 'database' | 'clock'>,
  deskCode: DeskCode,
): Promise<DeskCodeStands | null> {
  return parts.database.kysely.transaction().execute(async (trx) => {
    const desk = idOf<OrganisationId>('organisation', deskName);
    await ensureOrganisation(trx, { ...blank, id: desk, kind: 'desk', name: deskName });
    const stands = await ensureDeskCode(trx, desk, deskCode, parts.clock.now());
    for (const provider of confirmedProviders) await ensureProvider(trx, provider);
    return stands;
  });
}

/** Whether the bot ran on this database before. */
export const hasDesk = async ({ kysely }: Database): Promise<boolean> =>
  (await kysely.selectFrom('organisation').select('id').where('kind', '=', 'desk').executeTakeFirst()) !== undefined;

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

/**
 * A changed `DESK_CODE` is a new code, and one that it replaces no longer works; a used one stays used, and one that has
 * ended stays so. A code that an earlier version of the program stored without an end gets one now.
 */
async function ensureDeskCode(
  trx: Transaction<Schema>,
  desk: OrganisationId,
  { code, tenantId }: DeskCode,
  now: Date,
): Promise<DeskCodeStands | null> {
  const digest = code === null ? '' : digestOf(code);
  const end = new Date(now.getTime() + deskCodeDays * 24 * 3_600_000);
  const waiting = trx.updateTable('linkCode').where('createdBy', 'is', null).where('usedAt', 'is', null);
  await waiting.set({ expiresAt: now }).where('digest', '<>', digest).where('expiresAt', '>', now).execute();
  if (code === null) return null;
  await waiting.set({ expiresAt: end }).where('digest', '=', digest).where('expiresAt', '>', end).execute();
  await waiting.set({ tenantId }).where('digest', '=', digest).execute();
  const row: LinkCode = {
    id: idOf('link-code', digest),
    organisationId: desk,
    digest,
    createdBy: null,
    expiresAt: end,
    tenantId,
    anyTenant: false,
    usedAt: null,
    usedBy: null,
    channelId: null,
    version: 1,
  };
  await trx
    .insertInto('linkCode')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .execute();
  return trx
    .selectFrom('linkCode')
    .select(['usedAt', 'expiresAt'])
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow();
}

async function ensureProvider(trx: Transaction<Schema>, provider: ConfirmedProvider): Promise<void> {
  const { name, roundTableBy, ...service } = provider;
  const id = idOf<OrganisationId>('organisation', name);
  await ensureOrganisation(trx, { ...blank, id, kind: 'provider', name, roundTableBy });
  const row = {
    ...nothingTold,
    ...service,
    id: idOf<ServiceId>('service', name),
    organisationId: id,
    name,
    regions: [...service.regions],
    schoolForms: [...service.schoolForms],
    offeredForms: [],
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
