import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Notice } from '../../contracts/outcome.js';
import type { ReferralId } from '../../domain/ids.js';
import type { PostKey } from '../../domain/reference-to.js';
import { deliveryOf, type Delivery } from './delivery.js';
import { jsonb } from './rows/json.js';
import type { Schema } from './rows/schema.js';
import { targetOf, whereabouts, type Target } from './whereabouts.js';

type Trx = Transaction<Schema>;

const messageRow = (notice: Notice, target: Target, now: Date) => {
  const reachable = target.conversationId !== null || target.personId !== null;
  return {
    id: randomUUID() as string,
    key: notice.key,
    view: notice.view,
    params: jsonb<unknown>(notice.params),
    ...target,
    mentionId: notice.mention ?? null,
    activityId: null,
    wantedRevision: 1,
    sentRevision: 0,
    state: reachable ? ('due' as const) : ('undeliverable' as const),
    reason: reachable ? null : 'no-channel',
    attempted: false,
    createdAt: now,
    sentAt: null,
    failedAt: reachable ? null : now,
    referralId: notice.referralId ?? null,
    living: notice.living ?? true,
    acceptedJob: notice.receipt?.accepted ?? null,
    failedJob: notice.receipt?.failed ?? null,
    sentDigest: null,
    gatheredIn: null,
    remadeAt: null,
    trouble: null,
    troubleTimes: 0,
    triedSince: null,
    triedAt: null,
    strikes: 0,
  };
};

/** Stores new messages in one statement; a key that exists already is left as it is. Gives what must be delivered. */
export async function storeNotices(trx: Trx, notices: readonly Notice[], now: Date): Promise<Delivery[]> {
  if (notices.length === 0) return [];
  const known = await whereabouts(trx, notices);
  const targets = new Map(known.posts);
  const rows = [];
  for (const notice of notices) {
    const target = await targetOf(trx, notice, { ...known, posts: targets });
    targets.set(notice.key, target);
    rows.push(messageRow(notice, target, now));
  }
  const stored = await trx
    .insertInto('message')
    .values(rows)
    .onConflict((oc) => oc.column('key').doNothing())
    .returning(['id', 'key', 'conversationId', 'personId', 'state'])
    .execute();
  return stored.filter(({ state }) => state === 'due').map(deliveryOf);
}

/** Everything that is to be sent, oldest first. */
export async function dueDeliveries(trx: Trx): Promise<Delivery[]> {
  const rows = await trx
    .selectFrom('message')
    .select(['id', 'key', 'conversationId', 'personId'])
    .where('state', '=', 'due')
    .orderBy('seq')
    .execute();
  return rows.map(deliveryOf);
}

/** The key of a message, also of a copy that was posted lower in its conversation: see `copyOf`. */
const keyWithoutCopy = sql<string>`split_part(key, '#', 1)`;

/** These referrals and the others of the same pupil: their cards tell of each other (R12). */
const sameTrail = (trx: Trx, referrals: readonly ReferralId[]) =>
  trx
    .selectFrom('referral as one')
    .innerJoin('referral as other', 'other.trailId', 'one.trailId')
    .select('other.id')
    .where('one.id', 'in', [...new Set(referrals)]);

/** Which living messages show these. One after the other, not with `or`: each then finds its index, however many there are. */
function showing(trx: Trx, keys: readonly PostKey[], referrals: readonly ReferralId[]) {
  const byKey = trx
    .selectFrom('message')
    .select('id')
    .where(keyWithoutCopy, 'in', [...new Set(keys)]);
  const byReferral = trx
    .selectFrom('message')
    .select('id')
    .where('referralId', 'in', sameTrail(trx, referrals))
    .where('living', '=', true);
  if (keys.length === 0) return byReferral;
  return referrals.length === 0 ? byKey : byKey.unionAll(byReferral);
}

/**
 * Asks for a fresh filling of living messages, by their keys and by the referrals that they show, with those of the same trail. Several requests before the next sending become one edit. One that Teams
 * did not take for too long gets a new chance. `anew`: sent also when the card has not changed.
 */
export async function refreshMessages(
  trx: Trx,
  keys: readonly PostKey[],
  referrals: readonly ReferralId[] = [],
  anew = false,
): Promise<Delivery[]> {
  if (keys.length === 0 && referrals.length === 0) return [];
  const rows = await trx
    .updateTable('message')
    .set({
      wantedRevision: sql`wanted_revision + 1`,
      ...(anew ? { sentDigest: null } : {}),
      state: sql`case when state = 'sent' or reason = 'not-delivered' then 'due' else state end`,
    })
    .where('id', 'in', showing(trx, keys, referrals))
    .where((eb) => eb.or([eb('conversationId', 'is not', null), eb('personId', 'is not', null)]))
    .returning(['id', 'key', 'conversationId', 'personId', 'seq'])
    .execute();
  // A post that is gone is made anew before the replies under it.
  const inOrder = rows.toSorted((one, other) => one.seq - other.seq);
  return inOrder.map(deliveryOf);
}
