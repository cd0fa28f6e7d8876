import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Change, Notice, Outcome, Reply } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import type { ChannelId } from '../../domain/ids.js';
import type { LinkCode, Organisation, Channel } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import { codeUsedPost, linkedPost, suspendedPost } from './code-used-post.js';
import { anHourBefore, refuseCode, saidOfCode, tooMany, type Tries } from './refused-code.js';
import { notHere, type Homes } from './where-it-works.js';
import { linkingCards } from './linking-cards.js';
import { linkingForms } from './linking-forms.js';

interface Found {
  readonly code: LinkCode;
  readonly organisation: Organisation;
  readonly homes: Homes;
}

interface Loaded {
  readonly code: string;
  /** The channel that is linked here already, or was before. */
  readonly here: Channel | null;
  readonly holder: Organisation | null;
  readonly tries: Tries;
  /** This conversation was linked by this very code: it was brought again. */
  readonly again: boolean;
  readonly found: Found | null;
  readonly desk: Organisation | undefined;
}

/**
 * Links this conversation to the organisation for which the desk issued a one-time code (single use, 48 hours, few tries
 * an hour), and tells the desk who used it where. A conversation that was linked before keeps its row.
 */
export const linkChannel = action({
  slug: 'link-channel',
  formerly: { slugs: ['link-place'] },
  anywhere: true,
  words: { nl: ['koppelen', 'koppel'], en: ['link'], rest: 'code' },
  subject: z.object({ code: z.string().max(100).default('') }),
  fields: z.object({ code: z.string().max(100).optional() }),
  storable: true,
  load,
  may({ here, holder, tries, again }) {
    if (again) return null;
    if (here?.state === 'linked') return { refused: 'channel-taken', values: { organisation: holder?.name ?? '' } };
    return tooMany(tries) ? { refused: 'code-too-many' } : null;
  },
  form: (_loaded, _context, { typed }) => ({ typed: { code: typed['code'] ?? null } }),
  decide(loaded, _fields, context) {
    const { again, here, code, found, tries, desk } = loaded;
    if (again && here !== null) return { reply: linkedCard(here.id) };
    if (code.trim() === '') return { reply: linkingForms.link.opened({}) };
    if (found === null) return refuseCode('unknown', tries, desk, context);
    const why = notHere(found.code, found.organisation, context.actor.conversation, found.homes);
    if (why === 'code-other-tenant') return refuseCode('elsewhere', tries, desk, context);
    return why === null ? link(loaded, found, context) : { reply: saidOfCode(why, context) };
  },
});

async function load(read: Read, { code }: { code: string }, context: ActionContext): Promise<Loaded> {
  const { tenantId, conversationId } = context.actor.conversation;
  const since = anHourBefore(context.now);
  const here = await read.channelAt(tenantId, conversationId);
  const [candidate] = await read.linkCodes(context.digestOf(code));
  const [desk] = await read.organisations('desk');
  return {
    code,
    here,
    holder: here === null ? null : await read.organisation(here.organisationId),
    tries: {
      own: await read.linkAttempts(context.actor.person.id, since),
      all: await read.allLinkAttempts(since),
    },
    again: here?.state === 'linked' && candidate?.usedAt?.getTime() === here.linkedAt.getTime(),
    found: candidate === undefined ? null : await findUsable(read, candidate, desk, context.now),
    desk,
  };
}

/** What a code is for, when it can still be used. */
async function findUsable(
  read: Read,
  code: LinkCode,
  desk: Organisation | undefined,
  now: Date,
): Promise<Found | null> {
  if (code.usedAt !== null || code.expiresAt <= now) return null;
  const organisation = await read.organisation(code.organisationId);
  if (organisation === null) return null;
  const tenantsOf = async (one: Organisation | undefined): Promise<string[]> =>
    one === undefined ? [] : (await read.channelsOf(one.id)).map(({ tenantId }) => tenantId);
  return { code, organisation, homes: { own: await tenantsOf(organisation), desk: await tenantsOf(desk) } };
}

const linkedCard = (channelId: ChannelId): Reply => linkingCards.linked.shown({ channelId });

function link(loaded: Loaded, found: Found, context: ActionContext): Outcome {
  const { actor, now, messageId } = context;
  const channel = channelHere(loaded, found, context);
  const used: LinkCode = { ...found.code, usedAt: now, usedBy: actor.person.id, channelId: channel.id };
  const changes: Change[] = [
    { put: 'linkCode', row: used },
    { put: 'channel', row: channel },
    { put: 'membership', row: { personId: actor.person.id, channelId: channel.id } },
  ];
  const key = linkedPost(channel.id, channel.version);
  return {
    changes,
    entries: [entry('organisation', found.organisation.id, 'channel-linked', { channelId: channel.id })],
    checkRoster: [channel.id],
    refresh: loaded.here === null ? [] : [suspendedPost(channel.id, channel.version - 1)],
    notices: [
      { key, ...linkingCards.linked.with({ channelId: channel.id }), to: { channel: channel.id } },
      ...toldToDesk(loaded, found, channel),
    ],
    // Typed words are answered by the message that everybody in the channel gets.
    reply: messageId === null ? { nothing: true } : linkedCard(channel.id),
  };
}

function channelHere({ here }: Loaded, { organisation }: Found, { actor, now, newId }: ActionContext): Channel {
  const { tenantId, conversationId, serviceUrl, scope, name, teamId } = actor.conversation;
  return {
    id: here?.id ?? newId<ChannelId>(),
    organisationId: organisation.id,
    tenantId,
    conversationId,
    serviceUrl,
    scope,
    teamId,
    name,
    state: 'linked',
    linkedBy: actor.person.id,
    linkedAt: now,
    rosterCheckedAt: null,
    guestsAllowed: false,
    lostAlone: false,
    version: here?.version ?? 0,
  };
}

/** Who used which code where. The Meldpunt's first channel is told by its own message. */
function toldToDesk({ desk }: Loaded, { code, organisation, homes }: Found, channel: Channel): Notice[] {
  if (desk === undefined || (organisation.id === desk.id && homes.own.length === 0)) return [];
  return [
    {
      key: codeUsedPost(channel.id, channel.version),
      ...linkingCards.codeUsed.with({ codeId: code.id }),
      to: { organisation: desk.id },
    },
  ];
}
