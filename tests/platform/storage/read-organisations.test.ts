import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId, PersonId, ChannelId, ServiceId } from '../../../src/domain/ids.js';
import type { Change } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import { storeNotices } from '../../../src/platform/storage/messages.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines, freshDatabase } from '../../support/database.js';
import { channel as channelOf, monday10, organisation, person, service } from '../../support/given.js';
import { viewSlug } from '../../../src/domain/reference-to.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const naft = organisation({ id: realId<OrganisationId>(), kind: 'provider', name: 'NAFT', version: 0 });
const clb = organisation({ id: realId<OrganisationId>(), version: 0 });
const an = person({ id: realId<PersonId>(), name: 'An Peeters', aadObjectId: 'aad-an' });
const bram = person({ id: realId<PersonId>(), name: 'Bram Claes', aadObjectId: 'aad-bram' });
const channel = channelOf({
  id: realId<ChannelId>(),
  organisationId: naft.id,
  teamId: '19:team',
  conversationId: '19:one@thread.tacv2',
  linkedBy: bram.id,
  version: 0,
});
const second = { ...channel, id: realId<ChannelId>(), conversationId: '19:two@thread.tacv2' };
const gone = { ...second, id: realId<ChannelId>(), conversationId: '19:three@thread.tacv2' };
const active = service({ id: realId<ServiceId>(), organisationId: naft.id, name: 'Actief', version: 0 });
const asleep = service({
  id: realId<ServiceId>(),
  organisationId: naft.id,
  name: 'Slapend',
  active: false,
  version: 0,
});

const rows: Change[] = [
  { put: 'organisation', row: naft },
  { put: 'organisation', row: clb },
  { put: 'person', row: an },
  { put: 'person', row: bram },
  { put: 'channel', row: channel },
  { put: 'channel', row: second },
  { put: 'channel', row: { ...gone, state: 'suspended' } },
  { put: 'service', row: active },
  { put: 'service', row: asleep },
  { put: 'membership', row: { personId: bram.id, channelId: channel.id } },
  { put: 'membership', row: { personId: bram.id, channelId: second.id } },
  { put: 'membership', row: { personId: an.id, channelId: gone.id } },
  { put: 'linkAttempt', row: { personId: an.id, why: 'unknown' } },
];

describe.each(engines)('what the desk and linking read, on %s', (engine) => {
  let database: Database;
  let read: Read;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    const by = { personId: an.id, organisationId: clb.id, now: monday10 };
    await database.kysely.transaction().execute((trx) => save(trx, sealer, rows, by));
    read = createRead(database.kysely, sealer, monday10);
  });
  afterAll(() => database.close());

  it('gives active services to everybody and all of them to the desk', async () => {
    expect((await read.services(naft.id)).map(({ name }) => name)).toEqual(['Actief']);
    expect((await read.servicesOf(naft.id)).map(({ name }) => name)).toEqual(['Actief', 'Slapend']);
    expect(await read.servicesOf(clb.id)).toEqual([]);
  });

  it('gives the members of linked channels, each once', async () => {
    expect((await read.membersOf(naft.id)).map(({ name }) => name)).toEqual(['Bram Claes']);
    expect(await read.membersOf(clb.id)).toEqual([]);
  });

  it('gives the linked channels of one team', async () => {
    const found = await read.channelsOfTeam(channel.tenantId, '19:team');
    expect(found.map(({ id }) => id).sort()).toEqual([channel.id, second.id].sort());
    expect(await read.channelsOfTeam('another tenant', '19:team')).toEqual([]);
  });

  it('counts wrong codes since a moment, per person', async () => {
    const before = new Date(monday10.getTime() - 1000);
    expect(await read.linkAttempts(an.id, before)).toBe(1);
    expect(await read.linkAttempts(an.id, monday10)).toBe(0);
    expect(await read.linkAttempts(bram.id, before)).toBe(0);
  });

  it('tells what was not delivered, to whom it was, named by the message or by its channel', async () => {
    const notices = [
      { key: 'to-clb', view: viewSlug('referral-post'), params: {}, to: { organisation: clb.id } },
      { key: 'to-channel', view: viewSlug('linked-channel'), params: {}, to: { channel: channel.id } },
    ];
    await database.kysely.transaction().execute((trx) => storeNotices(trx, notices, monday10));
    await database.kysely
      .updateTable('message')
      .set({ state: 'undeliverable', reason: 'gone', failedAt: new Date(monday10.getTime() + 1000) })
      .where('key', '=', 'to-channel')
      .execute();
    const found = await read.undelivered();
    expect(found).toEqual([
      { id: found[0]?.id, view: 'referral-post', organisationId: clb.id, failedAt: monday10, reason: 'no-channel' },
      expect.objectContaining({ view: 'linked-channel', organisationId: naft.id, reason: 'gone' }),
    ]);
    expect(await read.undeliveredMessage(found[1]!.id)).toEqual(found[1]);
    expect(await read.undeliveredMessage(realId())).toBeNull();
  });
});
