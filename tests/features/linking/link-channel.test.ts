import { describe, expect, it } from '@jest/globals';
import { linkChannel } from '../../../src/features/linking/link-channel.js';
import type { Read } from '../../../src/contracts/read.js';
import type { Channel, LinkCode } from '../../../src/domain/organisation.js';
import type { Conversation } from '../../../src/contracts/turn.js';
import {
  actionContext,
  actor,
  context,
  conversation,
  id,
  monday10,
  organisation,
  outcomeOf,
  channel,
  person,
} from '../../support/given.js';
import { readOf, type World } from './world.js';

const clb = organisation({ name: 'CLB Voorbeeld Leuven' });
const desk = organisation({ kind: 'desk', name: 'Meldpunt' });
const deskChannel = channel({ organisationId: desk.id });
const code = (over: Partial<LinkCode> = {}): LinkCode => ({
  id: id(),
  organisationId: clb.id,
  digest: context().digestOf('ABCD-EFGH-JKLM'),
  createdBy: null,
  expiresAt: new Date(monday10.getTime() + 3_600_000),
  tenantId: null,
  anyTenant: false,
  usedAt: null,
  usedBy: null,
  channelId: null,
  version: 1,
  ...over,
});

const who = actor({
  organisations: [],
  conversation: conversation({ conversationId: '19:new@thread.tacv2', teamId: '19:team' }),
});
const other = person({ aadObjectId: 'aad-other', name: 'Een ander' });
/** A channel in the very conversation that is being linked. */
const channelHere = (over: Partial<Channel> = {}): Channel =>
  channel({ organisationId: clb.id, conversationId: '19:new@thread.tacv2', linkedAt: monday10, ...over });

/** These codes were made; nobody has tried anything yet, and only the desk has a channel. */
const reading = (codes: LinkCode[], { channels = [deskChannel], tried = [] }: Partial<World> = {}): Read =>
  readOf({ organisations: [clb, desk], people: [who.person, other], channels, codes, tried });

async function when(
  typed: string,
  read: Read,
  messageId: string | null = 'message-1',
  over: Partial<Conversation> = {},
) {
  const by = { ...who, conversation: { ...who.conversation, ...over } };
  const given = actionContext({ actor: by, messageId });
  const loaded = await linkChannel.load(read, { code: typed }, given);
  if ('refused' in loaded) throw new Error('not loaded');
  return linkChannel.may(loaded, given) ?? linkChannel.decide(loaded, {}, given);
}

describe('link-channel', () => {
  it('given a good code, however it is spelled, then this conversation is the channel and the code is used', async () => {
    const outcome = await when(' abcd efgh jklm ', reading([code()]));
    expect(outcome).toMatchObject({
      changes: [
        { put: 'linkCode', row: { usedAt: monday10, usedBy: who.person.id } },
        {
          put: 'channel',
          row: {
            organisationId: clb.id,
            conversationId: '19:new@thread.tacv2',
            teamId: '19:team',
            state: 'linked',
            version: 0,
          },
        },
        { put: 'membership' },
      ],
      entries: [{ subject: 'organisation', id: clb.id, name: 'channel-linked' }],
      notices: [{ view: 'linked-channel' }, { view: 'code-used', to: { organisation: desk.id } }],
    });
    const [used, linked] = (outcomeOf(outcome).changes ?? []) as readonly { row?: object }[];
    expect(used?.row).toMatchObject({ channelId: (linked?.row as Channel).id });
    expect(outcomeOf(outcome).checkRoster).toHaveLength(1);
  });

  it('shows the presser whose channel it is now; typed words get the message everybody gets', async () => {
    expect(await when('ABCD-EFGH-JKLM', reading([code()]))).toMatchObject({ reply: { show: 'linked-channel' } });
    expect(await when('ABCD-EFGH-JKLM', reading([code()]), null)).toMatchObject({ reply: { nothing: true } });
  });

  it.each([
    ['used', { usedAt: monday10 }],
    ['expired', { expiresAt: new Date(monday10.getTime() - 1) }],
    ['another', { digest: 'something-else' }],
  ])('given a code that is %s, then the form comes back with a sentence and the try is counted', async (_, over) => {
    expect(await when('ABCD-EFGH-JKLM', reading([code(over)]))).toEqual({
      changes: [{ put: 'linkAttempt', row: { personId: who.person.id, why: 'unknown' } }],
      notices: [],
      refresh: ['codes-refused:2026-11-16'],
      reply: { form: 'link-channel', with: {}, errors: { code: 'code-wrong' } },
    });
  });

  it('given a wrong code in typed words, then the sentence is said', async () => {
    expect(await when('WRONG', reading([]), null)).toMatchObject({
      reply: { show: 'refusal', with: { code: 'code-wrong' } },
    });
  });

  it('given no code, then the form opens and nothing is counted', async () => {
    expect(await when('', reading([]))).toEqual({ reply: { form: 'link-channel', with: {} } });
  });

  it('given five wrong tries in an hour, then even a good code is refused', async () => {
    const read = reading([code()], { tried: [{ by: who.person, times: 5 }] });
    expect(await when('ABCD-EFGH-JKLM', read)).toEqual({ refused: 'code-too-many' });
  });

  it('given twenty wrong tries of all people, then even a good code is refused', async () => {
    const read = reading([code()], { tried: [{ by: other, times: 20 }] });
    expect(await when('ABCD-EFGH-JKLM', read)).toEqual({ refused: 'code-too-many' });
  });

  it.each([
    ['the fifth of one person', { tried: [{ by: who.person, times: 4 }] }],
    ['the tenth of all', { tried: [{ by: other, times: 9 }] }],
  ])('given %s, then the desk is told', async (_, over) => {
    expect(await when('WRONG', reading([], over))).toMatchObject({
      notices: [{ key: 'codes-refused:2026-11-16', view: 'codes-refused', to: { organisation: desk.id } }],
    });
  });

  it('given a good code in another tenant, then it is refused, counted, and told at once', async () => {
    const read = reading([code({ tenantId: 'tenant-2' })]);
    expect(await when('ABCD-EFGH-JKLM', read)).toMatchObject({
      changes: [{ put: 'linkAttempt', row: { why: 'elsewhere' } }],
      notices: [{ view: 'codes-refused' }],
      reply: { form: 'link-channel', errors: { code: 'code-other-tenant' } },
    });
  });

  it('given a code of the Meldpunt in somebody’s own chat, then it asks for a channel and stays good', async () => {
    const read = reading([code({ organisationId: desk.id })]);
    expect(await when('ABCD-EFGH-JKLM', read, null, { scope: 'personal' })).toEqual({
      reply: { show: 'refusal', with: { code: 'code-needs-channel', values: {}, language: 'nl' } },
    });
  });

  it('given the first channel of the Meldpunt, then its own message is enough', async () => {
    const read = reading([code({ organisationId: desk.id })], { channels: [] });
    expect(outcomeOf(await when('ABCD-EFGH-JKLM', read)).notices).toMatchObject([{ view: 'linked-channel' }]);
  });

  it('given a channel that is linked, then it says whose it is', async () => {
    const read = reading([code()], { channels: [channelHere()] });
    expect(await when('ABCD-EFGH-JKLM', read)).toEqual({
      refused: 'channel-taken',
      values: { organisation: 'CLB Voorbeeld Leuven' },
    });
  });

  it('given the code that linked it, once more, then it shows whose channel it is, also to typed words', async () => {
    const here = channelHere();
    const read = reading([code({ usedAt: monday10 })], { channels: [here] });
    expect(await when('ABCD-EFGH-JKLM', read, null)).toEqual({
      reply: { show: 'linked-channel', with: { channelId: here.id } },
    });
  });

  it('given a channel that was suspended, then its row is used again', async () => {
    const before = channelHere({ state: 'suspended', version: 4 });
    const outcome = await when('ABCD-EFGH-JKLM', reading([code()], { channels: [before] }));
    expect(outcome).toMatchObject({
      changes: [{}, { put: 'channel', row: { id: before.id, version: 4, state: 'linked' } }, {}],
    });
  });
});
