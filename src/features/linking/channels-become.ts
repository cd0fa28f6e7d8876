import type { Notice, Outcome } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Channel, Organisation } from '../../domain/organisation.js';
import { codeUsedPosts } from './code-used-post.js';

/** Channels that the bot lost or has again, and the desk that is told. */
export interface Changed {
  readonly channels: readonly Channel[];
  readonly desk: Organisation | undefined;
}

export async function withDesk(read: Read, channels: readonly Channel[]): Promise<Changed> {
  const [desk] = await read.organisations('desk');
  return { channels, desk };
}

/** What they become: their state, a line in the history of each organisation, and a card before the desk for each that is not its own. */
export const channelsBecome = (
  { channels, desk }: Changed,
  so: Pick<Channel, 'state' | 'lostAlone'>,
  noted: 'channel-suspended' | 'channel-restored',
  told: (channel: Channel) => Pick<Notice, 'key' | 'view' | 'params'>,
): Pick<Outcome, 'changes' | 'entries' | 'refresh' | 'notices'> => ({
  changes: channels.map((row) => ({ put: 'channel', row: { ...row, ...so } })),
  entries: channels.map(({ id, organisationId }) => entry('organisation', organisationId, noted, { channelId: id })),
  refresh: channels.flatMap(codeUsedPosts),
  notices: channels.flatMap((channel) =>
    desk === undefined || channel.organisationId === desk.id
      ? []
      : [{ ...told(channel), to: { organisation: desk.id } }],
  ),
});
