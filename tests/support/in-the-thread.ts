import { sql } from 'kysely';
import type { Conversation } from './fake-teams/index.js';
import type { Thread } from './effort-page.js';
import { postsAbout, thread } from './reading.js';
import type { Stage } from './stage.js';

/** What stands in a channel about a referral: its posts, and the replies under them. */
export const inTheThread = (channel: Conversation, referral: string, reference: string): Thread => ({
  referral,
  posts: postsAbout(channel, reference).length,
  replies: thread(channel, reference).length,
});

/** What only counts, or follows by itself from what somebody decided. */
const noDecisions = ['file-opened', 'half-days-counted', 'completed', 'school-planned'];

/** What the provider or the desk decided about a referral and its trajectory, oldest first. */
export async function decidedByOthers({ database }: Stage, reference: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with own as (select id from referral where reference = ${reference})
    select t.name from timeline t where t.side in ('provider', 'desk') and (
      t.subject_id in (select id from own) or t.subject_id in (select id from trajectory where referral_id in (select id from own)))
    order by t.seq`.execute(database.kysely);
  return rows.map(({ name }) => name).filter((name) => !noDecisions.includes(name));
}
