import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Change, Outcome, Reply } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import type { PlaceId } from '../../domain/ids.js';
import type { LinkCode, Organisation, Place } from '../../domain/organisation.js';

const triesPerHour = 5;
const hourMs = 3_600_000;

interface Loaded {
  readonly code: string;
  /** The place that is linked here already, or was before. */
  readonly here: Place | null;
  readonly holder: Organisation | null;
  readonly wrongTries: number;
  /** This conversation was linked by this very code: it was brought again. */
  readonly again: boolean;
  readonly found: { readonly code: LinkCode; readonly organisation: Organisation } | null;
}

/**
 * Links this conversation to the organisation for which the desk issued a one-time code (single use, 48 hours, five tries
 * an hour). A conversation that was linked before keeps its row.
 */
export const linkPlace = action({
  slug: 'link-place',
  anywhere: true,
  words: { nl: ['koppelen', 'koppel'], en: ['link'], rest: 'code' },
  subject: z.object({ code: z.string().max(100).default('') }),
  fields: z.object({ code: z.string().max(100).optional() }),
  storable: true,
  load,
  may({ here, holder, wrongTries, again }) {
    if (again) return null;
    if (here?.state === 'linked') return { refused: 'place-taken', values: { organisation: holder?.name ?? '' } };
    return wrongTries >= triesPerHour ? { refused: 'code-too-many' } : null;
  },
  form: (_loaded, _context, { typed }) => ({ typed: { code: typed['code'] ?? null } }),
  decide(loaded, _fields, context) {
    const { found, code } = loaded;
    if (loaded.again && loaded.here !== null) return { reply: linkedReply(loaded.here.id, context) };
    if (code.trim() === '') return { reply: { form: 'link-place', with: {} } };
    return found === null ? wrongCode(context) : link(loaded, found, context);
  },
});

async function load(read: Read, { code }: { code: string }, context: ActionContext): Promise<Loaded> {
  const { tenantId, conversationId } = context.actor.conversation;
  const here = await read.placeAt(tenantId, conversationId);
  const [candidate] = await read.linkCodes(context.digestOf(code));
  const usable = candidate !== undefined && candidate.usedAt === null && candidate.expiresAt > context.now;
  const organisation = usable ? await read.organisation(candidate.organisationId) : null;
  return {
    code,
    here,
    holder: here === null ? null : await read.organisation(here.organisationId),
    wrongTries: await read.linkAttempts(context.actor.person.id, new Date(context.now.getTime() - hourMs)),
    again: here?.state === 'linked' && candidate?.usedAt?.getTime() === here.linkedAt.getTime(),
    found: usable && organisation !== null ? { code: candidate, organisation } : null,
  };
}

/** A wrong try is stored, so that it counts; the form comes back with a sentence at its field. */
const wrongCode = (context: ActionContext): Outcome => ({
  changes: [{ put: 'linkAttempt', row: { personId: context.actor.person.id } }],
  reply: sayWrong(context),
});

/** A press gets the form back with the sentence at its field; typed words get the sentence. */
const sayWrong = ({ actor, messageId }: ActionContext): Reply =>
  messageId === null
    ? { show: 'refusal', with: { code: 'code-wrong', values: {}, language: actor.language } }
    : { form: 'link-place', with: {}, errors: { code: 'code-wrong' } };

/** Who pressed sees it at once; typed words are answered by the message in the place. */
const linkedReply = (placeId: PlaceId, { messageId }: ActionContext): Reply =>
  messageId === null ? { nothing: true } : { show: 'linked-place', with: { placeId } };

function link({ here }: Loaded, { code, organisation }: NonNullable<Loaded['found']>, context: ActionContext): Outcome {
  const { actor, now } = context;
  const { tenantId, conversationId, serviceUrl, scope, name, teamId } = actor.conversation;
  const place: Place = {
    id: here?.id ?? context.newId<PlaceId>(),
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
    version: here?.version ?? 0,
  };
  const changes: Change[] = [
    { put: 'linkCode', row: { ...code, usedAt: now } },
    { put: 'place', row: place },
    { put: 'membership', row: { personId: actor.person.id, placeId: place.id } },
  ];
  const key = `linked:${place.id}:${place.version}`;
  const params = { placeId: place.id };
  return {
    changes,
    checkRoster: [place.id],
    notices: [{ key, view: 'linked-place', params, to: { place: place.id } }],
    reply: linkedReply(place.id, context),
  };
}
