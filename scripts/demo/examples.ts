import { randomUUID } from 'node:crypto';
import type { App } from '../../src/app.js';
import type { Change } from '../../src/contracts/outcome.js';
import type { OrganisationId, PersonId, ChannelId, ServiceId } from '../../src/domain/ids.js';
import type { Organisation, Person, Channel, Service, ToldOfService } from '../../src/domain/organisation.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { createRead } from '../../src/platform/storage/read.js';
import { save } from '../../src/platform/storage/save.js';
import { exampleLines } from './example-lines.js';
import { describedServices, exampleProjects } from './example-offer.js';
import { LOCAL_PEOPLE, LOCAL_CONVERSATIONS, LOCAL_TENANT } from '../local-client.js';

const newId = <T extends string>(): T => randomUUID() as string as T;

/** In the local client everybody is in every conversation, so the examples' rosters are set by hand and never fetched. */
const neverAgain = new Date('2100-01-01T00:00:00Z');

const example = (name: string, kind: Organisation['kind'], over: Partial<Organisation> = {}): Organisation => ({
  id: newId<OrganisationId>(),
  kind,
  name,
  language: 'nl',
  municipality: null,
  roundTableBy: 'provider',
  coordinatorId: null,
  phone: null,
  email: null,
  version: 0,
  ...over,
});

const exampleService = (provider: Organisation, waitWeeks: number | null, told: ToldOfService): Change => ({
  put: 'service',
  row: {
    id: newId<ServiceId>(),
    organisationId: provider.id,
    name: provider.name,
    regions: ['VBO', 'AHV'],
    minimumAge: 12,
    maximumAge: null,
    schoolForms: [],
    offeredForms: [],
    fromFirstSecondary: false,
    naft: false,
    fullUntil: null,
    waitWeeks,
    active: true,
    version: 0,
    ...told,
  },
});

/**
 * Puts clearly named example organisations and people beside the confirmed providers, and links the local client's
 * conversations to them. Does nothing when they are there already.
 */
export async function putExamples(app: App, serviceUrl: string): Promise<void> {
  const { database, sealer, clock } = app.parts;
  await database.kysely.transaction().execute(async (trx) => {
    const read = createRead(trx, sealer, clock.now());
    if ((await read.organisations('clb')).length > 0) return;
    const now = clock.now();
    const naft = (await read.organisations('provider')).find(({ name }) => name.endsWith('Vlaams-Brabant Oost'));
    const [desk] = await read.organisations('desk');
    const today = app.parts.calendar(defaultSettings).dayOf(now);
    const services = await read.services();
    const changes = exampleChanges({ naft: naft!, desk: desk!, services, serviceUrl, now, today });
    await save(trx, sealer, changes, { personId: null, organisationId: null, now });
    await trx.updateTable('membership').set({ checkedAt: neverAgain }).execute();
  });
}

interface Invocation {
  readonly naft: Organisation;
  readonly desk: Organisation;
  readonly services: readonly Service[];
  readonly serviceUrl: string;
  readonly now: Date;
  readonly today: string;
}

function exampleChanges(given: Invocation): Change[] {
  const { naft, desk } = given;
  const people = Object.fromEntries(
    Object.keys(LOCAL_PEOPLE).map((key) => [key, person(key as keyof typeof LOCAL_PEOPLE, given.serviceUrl)]),
  );
  const clb = example('CLB Voorbeeld Leuven', 'clb', { municipality: '24062' });
  const project = example('Voorbeeldproject Dagbesteding', 'provider');
  const full = example('Voorbeeldproject Groepswerking', 'provider');
  const channel = (organisation: Organisation, where: keyof typeof LOCAL_CONVERSATIONS, by: string): Channel => ({
    id: newId<ChannelId>(),
    organisationId: organisation.id,
    tenantId: LOCAL_TENANT,
    conversationId: LOCAL_CONVERSATIONS[where].id,
    serviceUrl: given.serviceUrl,
    scope: LOCAL_CONVERSATIONS[where].scope,
    name: LOCAL_CONVERSATIONS[where].label,
    teamId: LOCAL_CONVERSATIONS[where].scope === 'channel' ? LOCAL_CONVERSATIONS.clb.id : null,
    state: 'linked',
    linkedBy: people[by]!.id,
    linkedAt: given.now,
    rosterCheckedAt: neverAgain,
    guestsAllowed: false,
    lostAlone: false,
    version: 0,
  });
  const channels = {
    clb: channel(clb, 'clb', 'an'),
    provider: channel(naft, 'provider', 'bram'),
    desk: channel(desk, 'desk', 'chris'),
  };
  const member = (who: string, where: Channel): Change => ({
    put: 'membership',
    row: { personId: people[who]!.id, channelId: where.id },
  });
  return [
    ...Object.values(people).map((row): Change => ({ put: 'person', row })),
    ...[clb, project, full].map((row): Change => ({ put: 'organisation', row })),
    { put: 'organisation', row: { ...naft, coordinatorId: people['dina']!.id } },
    exampleService(project, 0, { ...exampleProjects.day, assuredOn: given.today }),
    exampleService(full, 6, { ...exampleProjects.group, assuredOn: given.today }),
    ...describedServices(given.services, given.today).map((row): Change => ({ put: 'service', row })),
    ...Object.values(channels).map((row): Change => ({ put: 'channel', row })),
    member('an', channels.clb),
    member('bram', channels.provider),
    member('dina', channels.provider),
    member('chris', channels.desk),
    ...exampleLines(people['an']!, clb, given.today, given.now),
  ];
}

function person(key: keyof typeof LOCAL_PEOPLE, serviceUrl: string): Person {
  const { id: teamsId, aadObjectId, name } = LOCAL_PEOPLE[key];
  const personalConversationId = key === 'an' ? LOCAL_CONVERSATIONS.personal.id : null;
  return {
    id: newId<PersonId>(),
    tenantId: LOCAL_TENANT,
    aadObjectId,
    teamsId,
    name,
    language: 'nl',
    personalConversationId,
    serviceUrl,
  };
}
