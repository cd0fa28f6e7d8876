import type { FakeTeams } from './fake-teams/index.js';
import type { Stage } from './stage.js';

/** Everything the bot has sent: posts, replies and edits, also those that Teams did not take. */
export const sendsOf = ({ wire }: Pick<FakeTeams, 'wire'>) =>
  wire.filter(({ method, path }) => method !== 'GET' && path.includes('/activities'));

/** What stands: referrals with their versions, what happened to them, messages with their revisions, and all that was sent. */
export async function standing({ database: { kysely }, teams }: Stage): Promise<object> {
  const referrals = await kysely
    .selectFrom('referral')
    .select(['reference', 'state', 'version'])
    .orderBy('reference')
    .execute();
  const events = await kysely
    .selectFrom('event')
    .innerJoin('referral', 'referral.id', 'event.referralId')
    .select(['referral.reference', 'event.name', 'event.at'])
    .orderBy('event.at')
    .orderBy('event.name')
    .execute();
  const messages = await kysely
    .selectFrom('message')
    .select(['key', 'view', 'wantedRevision', 'state'])
    .orderBy('seq')
    .execute();
  const sent = sendsOf(teams).map(({ method, path, body }) => `${method} ${path} ${String(body?.['summary'])}`);
  return { referrals, events, messages, sent };
}

/** Numbers below `below` that look random and are the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The same things in another order, the same in every run. */
export function shuffled<T>(things: readonly T[], random: (below: number) => number): T[] {
  const left = [...things];
  return things.map(() => left.splice(random(left.length), 1)[0]!);
}
