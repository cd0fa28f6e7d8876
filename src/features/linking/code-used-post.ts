import type { ChannelId } from '../../domain/ids.js';
import type { Channel } from '../../domain/organisation.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

/** Key of what the channel itself was told when it was linked; `version` as of {@link codeUsedPost}. */
export const linkedPost = (channel: ChannelId, version: number): PostKey => postKey(`linked:${channel}:${version}`);

/** Key of the desk's message that a channel was lost; `version` is that of the row before it was. */
export const suspendedPost = (channel: ChannelId, version: number): PostKey =>
  postKey(`suspended:${channel}:${version}`);

/** Key of the desk's message about the code that linked a channel; `version` is that of the row before it was linked. */
export const codeUsedPost = (channel: ChannelId, version: number): PostKey =>
  postKey(`code-used:${channel}:${version}`);

type Which = Pick<Channel, 'id' | 'version'>;

/** The keys of a post, whichever version of the row it was made at: a channel that was lost and put back keeps its own. */
const ofAnyVersion =
  (key: typeof linkedPost) =>
  ({ id, version }: Which): PostKey[] =>
    Array.from({ length: version }, (_none, earlier) => key(id, earlier));

export const linkedPosts = ofAnyVersion(linkedPost);
export const codeUsedPosts = ofAnyVersion(codeUsedPost);
