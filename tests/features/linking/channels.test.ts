import { describe, expect, it } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { createLinkCode } from '../../../src/features/linking/create-link-code.js';
import { linkCode } from '../../../src/features/linking/link-code.js';
import { linkedChannel } from '../../../src/features/linking/linked-channel.js';
import { channelSuspended } from '../../../src/features/linking/channel-suspended.js';
import { recheckRoster } from '../../../src/features/linking/recheck-roster.js';
import { restoreChannel } from '../../../src/features/linking/restore-channel.js';
import { suspendChannel } from '../../../src/features/linking/suspend-channel.js';
import { unlinkChannel } from '../../../src/features/linking/unlink-channel.js';
import {
  actionContext,
  actor,
  context,
  conversation,
  organisation,
  outcomeOf,
  person,
  channel,
  viewContext,
} from '../../support/given.js';
import { readOf } from './world.js';

const desk = organisation({ kind: 'desk', name: 'Meldpunt' });
const clb = organisation();
const here = channel({ organisationId: clb.id, teamId: '19:team' });
const atDesk = actionContext({ actor: actor({ organisations: [desk] }), messageId: 'message-1' });
const atClb = actionContext({ actor: actor({ organisations: [clb], channel: here }), messageId: 'message-1' });

describe('create-link-code', () => {
  const loaded = { chosen: null, organisations: [clb, desk], deskTenant: 'tenant-1' };

  it('is for the desk only', () => {
    expect(createLinkCode.may(loaded, atClb)).toEqual({ refused: 'only-desk' });
    expect(createLinkCode.may(loaded, atDesk)).toBeNull();
  });

  it('stores the digest and shows the code once', () => {
    const outcome = createLinkCode.decide(loaded, { organisation: clb.id }, atDesk);
    expect(outcome).toMatchObject({
      changes: [
        {
          put: 'linkCode',
          row: { organisationId: clb.id, digest: context().digestOf('ABCD-EFGH-JKLM'), usedAt: null },
        },
      ],
      reply: { show: 'link-code', with: { code: 'ABCD-EFGH-JKLM' } },
    });
    expect(JSON.stringify((outcome as { changes: unknown }).changes)).not.toContain('EFGH');
    expect(outcome).toMatchObject({ entries: [entry('organisation', clb.id, 'code-made', { anyTenant: false })] });
  });

  it('makes a code that holds for two days, and tells so', () => {
    const inTwoDays = new Date('2026-11-18T09:00:00Z');
    expect(createLinkCode.decide(loaded, { organisation: clb.id }, atDesk)).toMatchObject({
      changes: [{ row: { expiresAt: inTwoDays } }],
      reply: { with: { expiresAt: inTwoDays.toISOString() } },
    });
  });

  it('makes a code for one tenant, unless the desk says otherwise', () => {
    const anyTenant = (elsewhere?: 'true' | 'false') =>
      outcomeOf(createLinkCode.decide(loaded, { organisation: clb.id, elsewhere }, atDesk)).changes;
    expect(anyTenant()).toMatchObject([{ row: { tenantId: null, anyTenant: false } }]);
    expect(anyTenant('false')).toMatchObject([{ row: { anyTenant: false } }]);
    expect(anyTenant('true')).toMatchObject([{ row: { anyTenant: true } }]);
    expect(outcomeOf(createLinkCode.decide(loaded, { organisation: desk.id }, atDesk)).changes).toMatchObject([
      { row: { tenantId: 'tenant-1', anyTenant: false } },
    ]);
  });

  it('asks which organisation, at the field when the button was pressed', () => {
    expect(createLinkCode.decide(loaded, {}, atDesk)).toMatchObject({
      reply: { errors: { organisation: 'choose-organisation' } },
    });
    const typed = { ...atDesk, messageId: null };
    expect(createLinkCode.decide(loaded, {}, typed)).toEqual({ reply: { form: 'create-link-code', with: {} } });
  });

  it('refuses an organisation that does not exist', () => {
    expect(createLinkCode.decide(loaded, { organisation: 'x' }, atDesk)).toEqual({ refused: 'not-found' });
  });
});

describe('link-code', () => {
  it('tells the code, how to use it and until when, to one person', () => {
    const facts = { code: 'ABCD-EFGH-JKLM', organisation: clb, expiresAt: new Date('2026-11-18T09:00:00Z') };
    expect(linkCode.audience).toBe('one-person');
    expect(linkCode.fill(facts, viewContext())).toMatchObject({
      code: 'ABCD-EFGH-JKLM',
      until: expect.stringContaining('wo 18 nov., 10 u.'),
    });
    expect(linkCode.summary(facts, viewContext())).not.toContain('ABCD');
  });
});

describe('linked-channel and unlink-channel', () => {
  it('says what will happen in the channel, and that it is over when it is unlinked', () => {
    expect(linkedChannel.fill({ channel: here, organisation: clb }, viewContext())).toMatchObject({
      channelId: here.id,
    });
    const gone = { channel: { ...here, state: 'unlinked' as const }, organisation: clb };
    expect(linkedChannel.fill(gone, viewContext())).toMatchObject({ channelId: null, what: null });
  });

  it('is opened by its own people and the desk', () => {
    const facts = { channel: here, organisation: clb };
    expect(linkedChannel.may?.(facts, atClb.actor)).toBeNull();
    expect(linkedChannel.may?.(facts, atDesk.actor)).toBeNull();
    expect(linkedChannel.may?.(facts, actor({ organisations: [] }))).toEqual({ refused: 'not-found' });
  });

  const loaded = { channel: here, organisation: clb, last: true, sure: false, desk };

  it('asks first and warns when it is the last channel', () => {
    expect(unlinkChannel.decide(loaded, {}, atClb)).toEqual({
      reply: { form: 'unlink-channel', with: { channelId: here.id } },
    });
    expect(unlinkChannel.form?.(loaded, atClb, { typed: {}, errors: {} })).toMatchObject({
      warning: expect.any(String),
    });
  });

  it('then unlinks, once', () => {
    expect(unlinkChannel.decide({ ...loaded, sure: true }, {}, atClb)).toMatchObject({
      changes: [{ row: { state: 'unlinked' } }],
      entries: [entry('organisation', clb.id, 'channel-unlinked', { channelId: here.id })],
      refresh: [`linked:${here.id}:0`, `code-used:${here.id}:0`],
    });
    const again = { ...loaded, sure: true, channel: { ...here, state: 'unlinked' as const } };
    expect(unlinkChannel.decide(again, {}, atClb)).not.toHaveProperty('changes');
  });

  it('tells the desk that an organisation let its channel go; what the desk does itself it knows', () => {
    const by = (context: typeof atClb) =>
      outcomeOf(unlinkChannel.decide({ ...loaded, sure: true }, {}, context)).notices;
    expect(by(atClb)).toMatchObject([{ view: 'channel-suspended', params: { by: atClb.actor.person.id } }]);
    expect(by(atDesk)).toEqual([]);
  });

  it('is for its own people and the desk', () => {
    const stranger = actionContext({ actor: actor({ organisations: [organisation()] }) });
    expect(unlinkChannel.may(loaded, stranger)).toEqual({ refused: 'not-yours' });
    expect(unlinkChannel.may(loaded, atDesk)).toBeNull();
  });
});

describe('suspend-channel and recheck-roster', () => {
  const second = channel({ organisationId: clb.id, conversationId: '19:second@thread.tacv2', teamId: '19:team' });
  const inTeam = actor({ conversation: conversation({ teamId: '19:team' }) });
  const read = readOf({ organisations: [clb, desk], channels: [here, second] });

  it('suspends every channel of the team once and tells the desk of each', async () => {
    const loaded = await suspendChannel.load(read, {}, actionContext({ actor: inTeam }));
    const outcome = outcomeOf(suspendChannel.decide(loaded as never, {}, actionContext({ actor: inTeam })));
    expect(outcome.changes).toHaveLength(2);
    expect(outcome.entries).toEqual(
      [here, second].map(({ id }) => entry('organisation', clb.id, 'channel-suspended', { channelId: id })),
    );
    expect(outcome.refresh).toEqual([`code-used:${here.id}:0`, `code-used:${second.id}:0`]);
    expect(outcome.notices).toEqual([
      expect.objectContaining({ view: 'channel-suspended', to: { organisation: desk.id } }),
      expect.objectContaining({ view: 'channel-suspended', params: { channelId: second.id } }),
    ]);
  });

  it('restore-channel links again what was suspended there, and nothing that was unlinked', async () => {
    const lost = channel({ ...here, state: 'suspended', version: 2 });
    const free = channel({ ...second, state: 'unlinked' });
    const loaded = await restoreChannel.load(
      readOf({ organisations: [clb, desk], channels: [lost, free] }),
      {},
      actionContext({ actor: inTeam }),
    );
    const outcome = outcomeOf(restoreChannel.decide(loaded as never, {}, actionContext({ actor: inTeam })));
    expect(outcome.changes).toMatchObject([{ put: 'channel', row: { id: here.id, state: 'linked' } }]);
    expect(outcome.checkRoster).toEqual([here.id]);
    expect(outcome.notices).toMatchObject([{ view: 'channel-restored', to: { organisation: desk.id } }]);
  });

  it('forgets that it introduced itself when it is taken out of a team or a chat as a whole', () => {
    const end = (over: object) =>
      outcomeOf(
        suspendChannel.decide(
          { channels: [], desk },
          {},
          actionContext({ actor: actor({ conversation: conversation(over) }) }),
        ),
      ).changes;
    expect(end({ conversationId: '19:team', teamId: '19:team' })).toEqual([
      { end: 'welcomed', row: { conversationId: '19:team' } },
    ]);
    expect(end({ conversationId: 'a:an' })).toEqual([{ end: 'welcomed', row: { conversationId: 'a:an' } }]);
    expect(end({ conversationId: '19:one', teamId: '19:team' })).toEqual([]);
  });

  it('says whether messages wait, and who let the channel go', () => {
    const facts = { organisation: clb, by: null, back: false, reachable: false };
    const waiting = channelSuspended.fill(facts, viewContext());
    const elsewhere = channelSuspended.fill({ ...facts, reachable: true }, viewContext());
    expect(waiting['strip']).toMatchObject({ style: 'attention', next: 'De bot werd daar verwijderd.' });
    expect(channelSuspended.fill({ ...facts, by: person() }, viewContext())['strip']).toMatchObject({
      next: 'An Peeters ontkoppelde het.',
    });
    expect(channelSuspended.fill({ ...facts, back: true }, viewContext())).toMatchObject({
      strip: { style: 'good', next: null },
      organisationId: null,
    });
    expect(waiting['what']).not.toBe(elsewhere['what']);
  });

  it('asks Teams again who is there, each channel once', async () => {
    const loaded = await recheckRoster.load(read, {}, actionContext({ actor: inTeam }));
    expect(recheckRoster.decide(loaded as never, {}, actionContext())).toEqual({ checkRoster: [here.id, second.id] });
  });
});
