import type { Read, UndeliveredMessage } from '../../../src/contracts/read.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type {
  ChannelId,
  DraftId,
  OrganisationId,
  PersonId,
  ReferralId,
  ServiceId,
  TrailId,
} from '../../../src/domain/ids.js';
import type { Organisation, Person, Channel, Service } from '../../../src/domain/organisation.js';
import {
  actionContext,
  actor,
  monday10,
  organisation,
  person,
  channel,
  referral,
  service,
} from '../../support/given.js';
import type { Entry } from '../../../src/domain/timeline/entries.js';
import { entryRow, type ToldBy } from '../../../src/platform/storage/timeline.js';
import { jsonb } from '../../../src/platform/storage/rows/json.js';
import { readOver } from '../../support/read-over.js';
import { referralRows } from '../../support/referral-rows.js';

/** Ids that read the same in every sample. */
export const uuid = <T extends string>(tail: string): T =>
  `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;

export const desk = organisation({
  id: uuid<OrganisationId>('d1'),
  kind: 'desk',
  name: 'Meldpunt Schoolexterne Interventies',
  municipality: null,
});
export const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
export const naft = organisation({
  id: uuid<OrganisationId>('a1'),
  kind: 'provider',
  name: 'NAFT-Leerrecht Vlaams-Brabant Oost',
  municipality: null,
});
export const farm = organisation({
  id: uuid<OrganisationId>('a2'),
  kind: 'provider',
  name: 'Zorgboerderij Voorbeeld',
  municipality: null,
  phone: '016 12 34 56',
  email: 'info@zorgboerderij.example',
});
export const bram = person({ id: uuid<PersonId>('b1'), name: 'Bram Claes', aadObjectId: 'aad-bram' });
export const dirk = person({ id: uuid<PersonId>('b2'), name: 'Dirk Jacobs', aadObjectId: 'aad-dirk' });
export const naftChannel = channel({
  id: uuid<ChannelId>('f1'),
  organisationId: naft.id,
  name: 'NAFT VBO',
  linkedBy: bram.id,
});
export const offer = service({ id: uuid<ServiceId>('51'), organisationId: naft.id, name: 'NAFT Vlaams-Brabant Oost' });

export interface World {
  readonly organisations?: readonly Organisation[];
  readonly services?: readonly Service[];
  readonly channels?: readonly Channel[];
  readonly members?: readonly Person[];
  readonly messages?: readonly UndeliveredMessage[];
  readonly held?: number;
  readonly overdue?: number;
  readonly saidBefore?: boolean;
  /** Work of this name keeps failing. */
  readonly stuck?: string;
  /** Since when Teams takes nothing, and until when; null: it still lasts. */
  readonly outage?: { readonly since: Date; readonly until: Date | null };
  /** What the timeline tells, oldest first; by Dirk of the desk unless it says otherwise. */
  readonly told?: readonly ({ readonly what: Entry; readonly now: Date } & Partial<ToldBy>)[];
}

/** A message that was given up, as its row stands there. */
const messageRow = (of: UndeliveredMessage, index: number) => ({
  ...{ id: of.id, key: `message-${index}`, view: of.view, params: jsonb({}), organisationId: of.organisationId },
  ...{ wantedRevision: 1, sentRevision: 0, state: 'undeliverable', reason: of.reason, attempted: false },
  ...{ createdAt: of.failedAt, failedAt: of.failedAt, living: false },
});

/** What `klok` answers to a message that it has had before. */
const saidBefore = () => ({ ...messageRow(lost({ id: uuid('a9') }), 99), key: 'said:turn-1', state: 'sent' });

/** So many that the desk still has to look at, and so many whose provider should have called by now. */
const waiting = ({ held = 0, overdue = 0 }: World): Referral[] =>
  Array.from({ length: held + overdue }, (_none, index) => ({
    ...referral({
      ...{
        id: uuid<ReferralId>(`4${index}`),
        trailId: uuid<TrailId>(`7${index}`),
        draftId: uuid<DraftId>(`8${index}`),
      },
      ...{
        reference: `2026-000${index}`,
        clbId: clb.id,
        referrerId: bram.id,
        providerId: naft.id,
        serviceId: offer.id,
      },
      ...(index < held ? { state: 'held' as const } : { contactBy: new Date('2026-11-13T15:00:00Z') }),
    }),
  }));

/** A Read over a small world: only these rows stand in the database. */
export function readOf(world: World = {}): Read {
  const { services = [offer], channels = [naftChannel], members = [bram], messages = [] } = world;
  const organisations = world.organisations ?? [clb, desk, naft];
  const there = <T extends { readonly organisationId: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ organisationId }) => organisations.some(({ id }) => id === organisationId));
  return readOver([
    { into: 'person', rows: [bram, dirk] },
    { into: 'organisation', rows: organisations },
    { into: 'channel', rows: there(channels) },
    {
      into: 'membership',
      rows: there(channels).flatMap(({ id: channelId }) =>
        members.map(({ id: personId }) => ({ channelId, personId, checkedAt: monday10 })),
      ),
    },
    { into: 'service', rows: there(services) },
    ...referralRows(waiting(world)),
    {
      into: 'due',
      rows: (world.stuck === undefined ? [] : [world.stuck]).map((job) => ({
        ...{ key: 'stuck', job, subject: jsonb({}), at: monday10, attempts: 6, failingSince: monday10 },
        lastError: 'TypeError',
      })),
    },
    {
      into: 'teamsService',
      rows: (world.outage === undefined ? [] : [world.outage]).map(({ since, until }) => ({
        ...{ serviceUrl: 'https://teams.example/', awaySince: since, awayUntil: until },
      })),
    },
    {
      into: 'timeline',
      rows: (world.told ?? []).map(({ what, ...by }) =>
        entryRow(what, { personId: dirk.id, organisationId: desk.id, ...by }),
      ),
    },
    { into: 'message', rows: [...messages.map(messageRow), ...(world.saidBefore === true ? [saidBefore()] : [])] },
  ]);
}

export const lost = (over: Partial<UndeliveredMessage> = {}): UndeliveredMessage => ({
  id: uuid('5e1'),
  view: 'referral-offer',
  organisationId: naft.id,
  failedAt: monday10,
  reason: 'suspended',
  ...over,
});

let made = 0;
/** Ids in forms: the same in every sample. */
const newId = <T extends string>(): T => uuid<T>(`e${++made % 2}`);

export const atDesk = (over: Parameters<typeof actionContext>[0] = {}) => {
  made = 0;
  return actionContext({
    actor: actor({ person: dirk, organisations: [desk] }),
    newId,
    messageId: 'message-1',
    ...over,
  });
};
export const atClb = actionContext({ actor: actor({ organisations: [clb] }) });
