import type { Read, UndeliveredMessage } from '../../../src/contracts/read.js';
import type { ReferralFilter } from '../../../src/contracts/read.js';
import type { OrganisationId, PersonId, ChannelId, ServiceId } from '../../../src/domain/ids.js';
import type { Organisation, Person, Channel, Service } from '../../../src/domain/organisation.js';
import { actionContext, actor, monday10, organisation, person, channel, service } from '../../support/given.js';

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
}

/** A Read over a small world by hand. */
export function readOf(world: World = {}): Read {
  const { services = [offer], channels = [naftChannel], members = [bram], messages = [] } = world;
  const organisations = world.organisations ?? [clb, desk, naft];
  return {
    organisation: async (id: string) => organisations.find((one) => one.id === id) ?? null,
    organisations: async (kind?: string) => organisations.filter((one) => kind === undefined || one.kind === kind),
    service: async (id: string) => services.find((one) => one.id === id) ?? null,
    services: async (of?: string) => services.filter((one) => one.active && one.organisationId === of),
    servicesOf: async (of: string) => services.filter((one) => one.organisationId === of),
    channelsOf: async (of: string) => channels.filter((one) => one.organisationId === of),
    membersOf: async () => [...members],
    person: async (id: string) => members.find((one) => one.id === id) ?? null,
    countReferrals: async ({ states, contactDueBefore }: ReferralFilter) =>
      states?.includes('held') ? (world.held ?? 0) : contactDueBefore ? (world.overdue ?? 0) : 99,
    undelivered: async (of?: Partial<UndeliveredMessage>) =>
      messages.filter(
        (one) => of === undefined || (one.organisationId === of.organisationId && one.reason === of.reason),
      ),
    countUndelivered: async () => messages.length,
    undeliveredMessage: async (id: string) => messages.find((one) => one.id === id) ?? null,
    hasMessage: async () => world.saidBefore ?? false,
  } as unknown as Read;
}

export const lost = (over: Partial<UndeliveredMessage> = {}): UndeliveredMessage => ({
  id: 'message-1',
  view: 'referral-offer',
  organisationId: naft.id,
  failedAt: monday10,
  reason: 'suspended',
  ...over,
});

const dirk = person({ id: uuid<PersonId>('b2'), name: 'Dirk Jacobs' });

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
