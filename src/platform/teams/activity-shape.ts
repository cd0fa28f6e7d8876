import { z } from 'zod';
import { Refused } from './refused.js';

/** Half of a sign, or the sign NUL: no keyboard gives them, and a database refuses them. */
const unstorable = /[\0\p{Cs}]/u;
const storable = z.string().refine((text) => !unstorable.test(text), 'holds a sign that cannot be stored');
const id = storable.min(1).max(2048);
const words = storable.nullish();
/** What somebody typed is mended where it is read (`plain-text.ts`), so that nothing typed is lost. */
const typed = z.string().nullish();
const account = z.object({ id, name: words, aadObjectId: words, role: words });
const named = z.object({ id: words, name: words }).nullish();

const envelope = z.object({ type: id, channelId: z.literal('msteams'), serviceUrl: id });

const activity = envelope.extend({
  id: words,
  name: words,
  action: words,
  text: typed,
  timestamp: words,
  locale: words,
  replyToId: words,
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    tenantId: words,
    conversationType: words,
    isGroup: z.boolean().nullish(),
    name: words,
  }),
  channelData: z
    .object({ tenant: z.object({ id: words }).nullish(), team: named, channel: named, eventType: words })
    .nullish(),
  entities: z.array(z.unknown()).max(500).nullish(),
  membersAdded: z.array(account).max(5000).nullish(),
  membersRemoved: z.array(account).max(5000).nullish(),
  value: z.unknown().optional(),
});

/** What the token check needs to know of an activity. */
export type Envelope = z.infer<typeof envelope>;
/** An activity in the shape the door understands; everything else is left behind. */
export type TeamsActivity = z.infer<typeof activity>;

const spoken = new Set(['message', 'invoke']);

/** Reads the few fields the token check needs. Throws {@link Refused} 400. */
export function readEnvelope(body: unknown): Envelope {
  return readWith(envelope, body);
}

/**
 * Reads an activity. Throws {@link Refused} 400 that names the field. What somebody says or presses must carry an
 * activity id and the person's directory id: without one, two people could pass for the same person.
 */
export function readActivity(body: unknown): TeamsActivity {
  const read = readWith(activity, body);
  if (!tenantOf(read)) throw broken('channelData.tenant.id', 'is missing');
  if (!spoken.has(read.type)) return read;
  if (!read.id) throw broken('id', 'is missing');
  if (!read.from.aadObjectId) throw broken('from.aadObjectId', 'is missing');
  return read;
}

/** The tenant an activity comes from; '' when it does not say. */
export function tenantOf(read: TeamsActivity): string {
  return read.channelData?.tenant?.id || read.conversation.tenantId || '';
}

/** The tenant of the conversation, which a shared channel may have beside the sender's. */
export function placeTenantOf(read: TeamsActivity): string {
  return read.conversation.tenantId || tenantOf(read);
}

/**
 * Every tenant an activity speaks of. In a shared channel the conversation's may be another than the sender's
 * (msteams-docs#13206): both have to be welcome.
 */
export function tenantsOf({ channelData, conversation }: TeamsActivity): string[] {
  return [channelData?.tenant?.id, conversation.tenantId].filter((one): one is string => !!one);
}

function readWith<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw broken(issue?.path.join('.') || 'activity', issue?.message ?? 'is not valid');
}

function broken(field: string, reason: string): Refused {
  return new Refused(400, 'BrokenActivity', `${field}: ${reason}`);
}
